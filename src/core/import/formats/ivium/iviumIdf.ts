/**
 * Ivium `.idf` and `.ids`: lines of text between binary lengths. `Method=` names the technique; `primary_data` is
 * followed by the number of columns, the number of rows and the rows, each number in thirteen characters. Impedance
 * is read (Z', Z'', frequency; Z'' with its true sign); an `.ids` file holds several such measurements.
 */
import type { Column, Dataset, Metadata } from '#core/dataset.ts';
import type { FileHead, FileInput, Format, ParseOutcome, ReadFacts } from '#core/import/format.ts';
import { spectraOf } from '#core/import/impedanceTable.ts';
import { splitImpedance } from '#core/import/splitImpedance.ts';
import { LISTED_REJECTIONS } from '#core/import/text/tableBuilder.ts';
import type { RejectedLine } from '#core/import/text/tableLayout.ts';
import type { TextLine } from '#core/import/text/textLines.ts';
import { visitLines } from '#core/import/text/visitLines.ts';
import type { Problem, Warning } from '#core/problem.ts';

const SIGN_RULE = "Ivium: Z'' with its true sign; no direct current in the file";
const NUMBER = /[+-]?\d\.\d+E[+-]\d\d/gu;
const PRIMARY = /primary_data\s*\0?(\d+)\s*$/u;
const IMPEDANCE_COLUMNS = 3;
/** Settings that are kept; the lists of frequencies and amplitudes are not. */
const KEPT_SETTINGS =
  /^(?:Title|Technique|Method|starttime|endtime|Current Range|E start|I start|Data Options\.Area)$/u;

interface Spectrum {
  readonly settings: ReadonlyMap<string, string>;
  readonly columns: number;
  promised: number;
  readonly rows: number[][];
}

interface Contents {
  readonly spectra: Spectrum[];
  readonly rejected: RejectedLine[];
  rejectedCount: number;
}

function createVisitor(contents: Contents): (line: TextLine) => void {
  const settings = new Map<string, string>();
  let open: Spectrum | undefined;
  return (line) => {
    const primary = PRIMARY.exec(line.text);
    if (primary) {
      open = { settings: new Map(settings), columns: Number(primary[1]), promised: -1, rows: [] };
      contents.spectra.push(open);
    } else if (open && open.promised < 0) {
      open.promised = /^\d{1,9}\s*$/u.test(line.text) ? Number(line.text) : 0;
    } else if (open && open.rows.length + contents.rejectedCount < open.promised) {
      addRow(contents, open, line);
    } else {
      open = undefined;
      const setting = /([A-Za-z][\w .]*)=(.*)$/u.exec(line.text);
      if (setting && KEPT_SETTINGS.test(setting[1] ?? '')) settings.set(setting[1] ?? '', setting[2] ?? '');
    }
  };
}

function addRow(contents: Contents, spectrum: Spectrum, line: TextLine): void {
  const numbers = line.text.match(NUMBER) ?? [];
  if (numbers.length === spectrum.columns && line.text.replace(NUMBER, '').trim() === '') {
    spectrum.rows.push(numbers.map(Number));
    return;
  }
  contents.rejectedCount++;
  if (contents.rejected.length < LISTED_REJECTIONS) {
    const reason = `${numbers.length} numbers instead of ${spectrum.columns}`;
    contents.rejected.push({ line: line.line, reason });
  }
}

function isImpedance({ settings, columns }: Spectrum): boolean {
  return settings.get('Method') === 'Impedance' && columns === IMPEDANCE_COLUMNS;
}

function metadataOf(settings: ReadonlyMap<string, string>): Metadata {
  const area = Number(settings.get('Data Options.Area') ?? NaN);
  return {
    technique: settings.get('Method') ?? null,
    control: settings.get('Technique') ?? null,
    title: settings.get('Title') ?? null,
    date: settings.get('starttime') ?? null,
    end: settings.get('endtime') ?? null,
    area_cm2: Number.isFinite(area) ? area : null,
  };
}

const COLUMNS: readonly Omit<Column, 'values'>[] = [
  { name: 'zRe_ohm', unit: 'ohm', source: 'primary_data 1' },
  { name: 'zIm_ohm', unit: 'ohm', source: 'primary_data 2' },
  { name: 'frequency_Hz', unit: 'Hz', source: 'primary_data 3' },
];

function datasetsOf(spectrum: Spectrum, label: string): Dataset[] {
  const columns = COLUMNS.map((column, i) => ({
    ...column,
    values: Float64Array.from(spectrum.rows, (row) => row[i] ?? NaN),
  }));
  const { sweeps } = splitImpedance({ rows: spectrum.rows.length, columns });
  return spectraOf(sweeps, { label, metadata: metadataOf(spectrum.settings) });
}

function nothingRead({ spectra }: Contents): Problem {
  const [other] = spectra.filter((spectrum) => !isImpedance(spectrum));
  if (!other)
    return spectra.length === 0
      ? { code: 'truncated', what: 'the settings, before the data' }
      : { code: 'no-data-rows' };
  return {
    code: 'known-unsupported',
    format: `an Ivium file of the method ${other.settings.get('Method') ?? 'without a name'}`,
    holds: 'measurement',
    advice: 'Impedance is read from Ivium files; export other techniques as text with their titles.',
  };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const contents: Contents = { spectra: [], rejected: [], rejectedCount: 0 };
  // The lengths between the lines are no text; windows-1252 reads any byte.
  const head: FileHead = { ...input.head, encoding: 'windows-1252' };
  const stopped = await visitLines({ ...input, head }, createVisitor(contents));
  if (stopped) return { ok: false, problem: stopped };
  const spectra = contents.spectra.filter((each) => isImpedance(each) && each.rows.length > 0);
  if (spectra.length === 0) return { ok: false, problem: nothingRead(contents) };
  const datasets = spectra.flatMap((spectrum, i) =>
    datasetsOf(spectrum, spectra.length === 1 ? 'Impedance' : `Impedance ${i + 1} of ${spectra.length}`),
  );
  const rows = spectra.reduce((sum, { rows: { length } }) => sum + length, 0);
  const promised = spectra.reduce((sum, spectrum) => sum + spectrum.promised, 0);
  const complete = rows + contents.rejectedCount >= promised;
  return {
    ok: true,
    datasets,
    facts: factsOf(contents, rows, complete),
    warnings: warningsOf(contents, complete),
  };
}

function factsOf(contents: Contents, rowsRead: number, complete: boolean): ReadFacts {
  return {
    encoding: 'windows-1252',
    decimalMark: '.',
    delimiter: null,
    rowsRead,
    rowsRepaired: 0,
    rowsRejected: contents.rejectedCount,
    rejectedLines: contents.rejected,
    signRule: SIGN_RULE,
    vendorUnits: {},
    complete,
  };
}

function warningsOf({ spectra }: Contents, complete: boolean): Warning[] {
  const others = spectra.filter((spectrum) => !isImpedance(spectrum));
  const skipped = others.map(({ settings }): Warning => {
    const method = settings.get('Method') ?? 'a method without a name';
    return { code: 'table-skipped', table: method, reason: 'only impedance is read from Ivium files' };
  });
  const reason = 'it ends before the rows that it announces';
  return complete ? skipped : [...skipped, { code: 'growing-file', reason }];
}

function recognise({ bytes }: FileHead): boolean {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  return /^[\s\S]{0,64}Version=\d+\r?\n/u.test(start) && /^(?:QR=|starttime=)/mu.test(start);
}

export const iviumIdf: Format = {
  id: 'ivium-idf',
  label: 'Ivium data file',
  vendor: 'Ivium',
  extensions: ['idf', 'ids'],
  techniques: 'impedance',
  parserVersion: 1,
  recognise,
  parse,
};
