/** JCAMP-DX with `##DATA TYPE=XRD pattern` and plain pairs of angle and intensity. */
import { decodeText } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import {
  diffractionOutcome,
  numberOf,
  type DiffractionScan,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import {
  numberedLines,
  readPointRows,
  rejectionFacts,
  type NumberedLine,
} from '#core/import/formats/diffraction/pointRows.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';

interface Contents {
  readonly keys: ReadonlyMap<string, string>;
  readonly rows: readonly NumberedLine[];
}

function readContents(text: string): Contents {
  const keys = new Map<string, string>();
  const rows: NumberedLine[] = [];
  let inside = false;
  for (const line of numberedLines(text)) {
    const [, title, value = ''] = /^##([^=]*)=(.*)$/u.exec(line.text) ?? [];
    const key = title?.trim();
    if (key !== undefined) {
      keys.set(key.toUpperCase(), value.trim());
      inside = /^(?:XYDATA|XYPOINTS|PEAK TABLE)$/iu.test(key);
    } else if (line.text.startsWith('##')) inside = false;
    else if (inside) rows.push(line);
  }
  return { keys, rows };
}

const FORMS = ['XYDATA', 'XYPOINTS', 'PEAK TABLE'];

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const { keys, rows } = readContents(decodeText(whole.bytes, input.head.encoding));
  const form = FORMS.map((each) => keys.get(each)).find((each) => each !== undefined) ?? 'that is not named';
  if (!/^\(XY\.\.XY\)$/u.test(form.replaceAll(' ', ''))) {
    const format = `a JCAMP-DX pattern in the form ${form}`;
    const advice = 'Export it as pairs, (XY..XY), or as .xy.';
    return { ok: false, problem: { code: 'known-unsupported', format, holds: 'measurement', advice } };
  }
  const read = readPointRows(rows);
  const scan = scanOf(keys, read.columns);
  return diffractionOutcome([scan], {
    head: input.head,
    facts: { delimiter: ' ', ...rejectionFacts(read.rejected, scan.counts.length) },
  });
}

function scanOf(keys: ReadonlyMap<string, string>, columns: readonly Float64Array[]): DiffractionScan {
  const [twoTheta_deg = new Float64Array(), counts = new Float64Array()] = columns;
  const [angle = '2θ', intensity = 'intensity'] = [keys.get('XUNITS'), keys.get('YUNITS')];
  return {
    label: 'Scan',
    twoTheta_deg,
    counts,
    radiation: { anode: keys.get('$ANODE') ?? null, wavelength_A: numberOf(keys.get('$WAVELENGTH')) },
    intensityUnit: /count/iu.test(intensity) ? 'counts' : null,
    countingTime_s: numberOf(keys.get('$TIMEPERSTEPEFFECTIVE') ?? keys.get('$TIMEPERSTEP')),
    metadata: { title: keys.get('TITLE') || null, startTime: keys.get('$STARTTIME') ?? null },
    sources: [angle, intensity],
  };
}

export const jcampPattern: Format = {
  id: 'jcamp-diffraction',
  label: 'JCAMP-DX diffraction pattern',
  vendor: 'any',
  extensions: ['jdx', 'dx'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: ({ encoding, text }) =>
    encoding !== 'binary' &&
    /^##\s*JCAMP-?DX\s*=/imu.test(text.slice(0, 4096)) &&
    /^##\s*DATA ?TYPE\s*=.*(?:XRD|DIFFRACTION)/imu.test(text.slice(0, 4096)),
  parse,
};
