/**
 * Bruker and Siemens `.uxd`: text with `; comments`, `_KEY = value` and, behind `_COUNTS`, `_CPS` or their forms with
 * angles (`_2THETACOUNTS`) and times, the points. Each range has its own start, step and points.
 */
import { decodeText } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import {
  diffractionOutcome,
  evenAngles,
  numberOf,
  numbersIn,
  scanLabel,
  type DiffractionScan,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import type { Problem } from '#core/problem.ts';

const DATA = /^_(2THETA)?(COUNTS|CPS)(TIME)?\s*$/u;

interface Range {
  readonly keys: ReadonlyMap<string, string>;
  readonly kind: RegExpExecArray;
  readonly rows: string[];
}

/** Keys of the file hold for all ranges until a range gives its own. */
function readRanges(text: string): Range[] {
  const ranges: Range[] = [];
  const keys = new Map<string, string>();
  let isOpen = false;
  for (const line of text.split(/\r*\n|\r/u)) {
    const kind = DATA.exec(line);
    if (kind) ranges.push({ keys: new Map(keys), kind, rows: [] });
    else if (line.startsWith('_')) takeKey(line, keys);
    else if (isOpen && !/^\s*(?:;|$)/u.test(line)) ranges.at(-1)?.rows.push(line);
    isOpen = kind !== null || (isOpen && !line.startsWith('_'));
  }
  return ranges;
}

function takeKey(line: string, keys: Map<string, string>): void {
  const [, key = '', value = ''] = /^_(\S+?)\s*=\s*(.*)$/u.exec(line) ?? [];
  keys.set(key, value.trim().replace(/^['"](.*)['"]$/u, '$1'));
}

type Points = Pick<DiffractionScan, 'twoTheta_deg' | 'counts'>;

/** Counts alone lie on an even grid; otherwise each row has its angle in front, and perhaps its time behind. */
function pointsOf({ keys, kind, rows }: Range): Points | Problem {
  const cells = numbersIn(rows.join(' '));
  const width = kind[1] === undefined ? 1 : kind[3] === undefined ? 2 : 3;
  const count = Math.floor(cells.length / width);
  const promised = numberOf(keys.get('STEPCOUNT')) ?? 0;
  if (count < promised) return { code: 'truncated', what: `a range of ${promised} points` };
  const pick = (at: number) => Float64Array.from({ length: count }, (_, i) => cells[i * width + at] ?? NaN);
  if (width > 1) return { twoTheta_deg: pick(0), counts: pick(1) };
  const start = numberOf(keys.get('START') ?? keys.get('2THETA'));
  const step = numberOf(keys.get('STEPSIZE'));
  if (start === null || step === null)
    return { code: 'malformed', what: 'a range of it has no start and step' };
  return { twoTheta_deg: evenAngles(start, step, count), counts: pick(0) };
}

function scanOf(range: Range): Omit<DiffractionScan, 'label'> | Problem {
  const points = pointsOf(range);
  if ('code' in points) return points;
  const { keys, kind } = range;
  const number = (key: string) => numberOf(keys.get(key));
  const text = (key: string) => keys.get(key) ?? null;
  return {
    ...points,
    radiation: {
      anode: text('ANODE'),
      kAlpha1_A: number('WL1'),
      kAlpha2_A: number('WL2'),
      kBeta_A: number('WL3'),
      ratioKAlpha2: number('WLRATIO'),
    },
    intensityUnit: kind[2] === 'CPS' ? 'counts/s' : 'counts',
    countingTime_s: number('STEPTIME'),
    metadata: { scanAxis: text('DRIVE'), startTime: text('DATEMEASURED'), sample: text('SAMPLE') },
    sources: ['2θ', kind[0].trim()],
  };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const ranges = readRanges(decodeText(whole.bytes, input.head.encoding));
  if (ranges.length === 0)
    return { ok: false, problem: { code: 'truncated', what: 'its header, before its points' } };
  const scans: DiffractionScan[] = [];
  for (const [i, range] of ranges.entries()) {
    const scan = scanOf(range);
    if ('code' in scan) return { ok: false, problem: scan };
    scans.push({ ...scan, label: scanLabel(i, ranges.length) });
  }
  return diffractionOutcome(scans, { head: input.head });
}

export const uxd: Format = {
  id: 'bruker-uxd',
  label: 'Bruker and Siemens UXD text',
  vendor: 'Bruker',
  extensions: ['uxd'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: ({ encoding, text }) =>
    encoding !== 'binary' &&
    /^_FILEVERSION\s*=/mu.test(text) &&
    /^_(?:STEPSIZE|WL1|ANODE|(?:2THETA)?(?:COUNTS|CPS))/mu.test(text),
  parse,
};
