/** Rigaku `.ras`: blocks of `*KEY "value"` and rows of angle, counts and attenuator, in Shift-JIS. */
import { decodeText } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { diffractionOutcome, scanLabel } from '#core/import/formats/diffraction/diffractionScan.ts';
import {
  numberedLines,
  rejectionFacts,
  type NumberedLine,
} from '#core/import/formats/diffraction/pointRows.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import {
  rigakuProfile,
  type RigakuCondition,
  type RigakuConditions,
} from '#core/import/formats/rigaku/rigakuScan.ts';
import { startsWith } from '#core/import/startsWith.ts';
import type { Warning } from '#core/problem.ts';

const KEYS: ReadonlyMap<string, RigakuCondition> = new Map([
  ['HW_XG_TARGET_NAME', 'anode'],
  ['HW_XG_WAVE_LENGTH_ALPHA1', 'kAlpha1'],
  ['HW_XG_WAVE_LENGTH_ALPHA2', 'kAlpha2'],
  ['HW_XG_WAVE_LENGTH_BETA', 'kBeta'],
  ['MEAS_COND_XG_WAVE_TYPE', 'waveType'],
  ['MEAS_SCAN_UNIT_Y', 'intensityUnit'],
  ['MEAS_SCAN_SPEED', 'speed'],
  ['MEAS_SCAN_SPEED_UNIT', 'speedUnit'],
  ['MEAS_SCAN_STEP', 'step'],
  ['MEAS_SCAN_AXIS_X', 'axis'],
  ['MEAS_SCAN_MODE', 'mode'],
  ['MEAS_SCAN_START_TIME', 'startTime'],
  ['FILE_SAMPLE', 'sample'],
  ['FILE_COMMENT', 'comment'],
]);

interface Block {
  readonly conditions: RigakuConditions;
  readonly lines: NumberedLine[];
  closed: boolean;
}

/** Header lines belong to the block whose rows follow them. */
function readBlocks(lines: readonly NumberedLine[]): Block[] {
  const blocks: Block[] = [];
  let conditions: RigakuConditions = {};
  for (const line of lines) {
    const last = blocks.at(-1);
    if (/^\*RAS_HEADER_START/u.test(line.text)) conditions = {};
    else if (/^\*RAS_INT_START/u.test(line.text)) blocks.push({ conditions, lines: [], closed: false });
    else if (/^\*RAS_INT_END/u.test(line.text) && last) last.closed = true;
    else if (last && !last.closed) last.lines.push(line);
    else takeKey(line.text, conditions);
  }
  return blocks;
}

function takeKey(text: string, conditions: RigakuConditions): void {
  const [, key = '', value = ''] = /^\*(\S+)\s+"(.*)"\s*$/u.exec(text) ?? [];
  const name = KEYS.get(key);
  if (name) conditions[name] = value;
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const blocks = readBlocks(numberedLines(decodeText(whole.bytes, input.head.encoding)));
  if (blocks.length === 0)
    return { ok: false, problem: { code: 'truncated', what: 'its header, before its rows' } };
  const profiles = blocks.map((block) => rigakuProfile(block.lines, block.conditions));
  const scans = profiles.map(({ scan }, i) => ({ ...scan, label: scanLabel(i, profiles.length) }));
  const rows = scans.reduce((sum, { counts }) => sum + counts.length, 0);
  const complete = blocks.every(({ closed }) => closed);
  const cut: Warning = { code: 'growing-file', reason: 'its rows end without the line that ends a scan' };
  return diffractionOutcome(scans, {
    head: input.head,
    warnings: complete ? [] : [cut],
    facts: {
      complete,
      delimiter: ' ',
      ...rejectionFacts(
        profiles.flatMap((each) => each.rows.rejected),
        rows,
      ),
    },
  });
}

export const ras: Format = {
  id: 'rigaku-ras',
  label: 'Rigaku RAS text',
  vendor: 'Rigaku',
  extensions: ['ras'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: ({ bytes, encoding }) => startsWith(bytes, '*RAS_') && encoding !== 'binary',
  parse,
};
