/** One table of an EC-Lab run to datasets: the direct-current rows as a run, each impedance sweep as a spectrum. */
import type { Dataset, Metadata } from '#core/dataset.ts';
import { deriveImpedance } from '#core/import/formats/biologic/deriveColumns.ts';
import { shortTechnique } from '#core/import/formats/biologic/biologicMetadata.ts';
import { splitImpedance, type Sweep, type Table } from '#core/import/splitImpedance.ts';

export interface BiologicRun extends Table {
  readonly metadata: Metadata;
  /** First rows of the loops, from the loop module or the header's `Loop k` lines. */
  readonly loopStarts: readonly number[];
}

const TWO_ELECTRODES = 'Ecell, between the two electrodes';
const REFERENCES: Readonly<Record<string, string>> = {
  'Ecell/V': TWO_ELECTRODES,
  '<Ecell>/V': TWO_ELECTRODES,
  'Ewe-Ece/V': 'Ewe − Ece, between working and counter electrode',
};

/** What voltage_V is measured against; null when there is none. */
function voltageReference({ columns, metadata }: BiologicRun): string | null {
  const voltage = columns.find(({ name }) => name === 'voltage_V');
  if (!voltage) return null;
  // BT-Lab calls the column Ecell in its text export; the binary id is the one of Ewe.
  if (String(metadata['software']).startsWith('BT-Lab')) return TWO_ELECTRODES;
  return REFERENCES[voltage.source] ?? 'Ewe, working against reference electrode';
}

/**
 * Columns whose change begins a new sweep. `cycle number` counts sweeps in PEIS and GEIS, but half cycles of charge
 * where a half cycle is recorded; there `z cycle` counts the sweeps.
 */
function segmentColumns({ columns }: Table): string[] {
  const counted = columns.some(({ name }) => name === 'halfCycle');
  return counted ? ['zCycle', 'step'] : ['zCycle', 'step', 'cycle'];
}

/**
 * Between two loops the instrument prepares the next one and no current flows: the direct-current rows that begin a
 * loop, counted as they stand without the impedance rows.
 */
function pauses({ rows, columns, loopStarts }: BiologicRun): Pick<Dataset, 'breaks'> {
  const frequency = columns.find(({ name }) => name === 'frequency_Hz')?.values;
  const starts = new Set(loopStarts);
  const breaks = new Set<number>();
  let before = 0;
  for (let row = 0; row < rows; row++) {
    if (starts.has(row) && before > 0) breaks.add(before);
    if (!((frequency?.[row] ?? 0) > 0)) before++;
  }
  breaks.delete(before);
  return breaks.size === 0 ? {} : { breaks: [...breaks] };
}

/** The datasets of a run, the direct-current one first. A run without rows gives one empty dataset. */
export function biologicDatasets(run: BiologicRun): Dataset[] {
  const named = run.metadata['technique'];
  // Exports without a header name no technique.
  const label = named === undefined || named === null || named === '' ? 'EC-Lab run' : String(named);
  const metadata = {
    ...run.metadata,
    loops: Math.max(1, run.loopStarts.length),
    voltageIs: voltageReference(run),
  };
  const hasFrequency = run.columns.some(({ name }) => name === 'frequency_Hz');
  if (run.rows === 0) {
    return [{ kind: hasFrequency ? 'impedance' : 'cycling', label, rows: 0, columns: run.columns, metadata }];
  }
  const columns = hasFrequency ? deriveImpedance(run.columns, run.rows) : run.columns;
  const { dc, sweeps } = splitImpedance(
    { rows: run.rows, columns },
    { segmentColumns: segmentColumns(run), segmentStarts: run.loopStarts },
  );
  const datasets: Dataset[] = dc
    ? [{ kind: 'cycling', label, rows: dc.rows, columns: dc.columns, metadata, ...pauses(run) }]
    : [];
  const technique = /impedance/i.test(label) ? shortTechnique(label) : `${label}: impedance`;
  for (const [index, sweep] of sweeps.entries()) {
    const name = sweeps.length === 1 ? technique : `${technique} ${index + 1} of ${sweeps.length}`;
    const place = { spectrum: index + 1, spectra: sweeps.length, ...placeOf(sweep, run.loopStarts) };
    const { rows, columns: values } = sweep;
    datasets.push({
      kind: 'impedance',
      label: name,
      rows,
      columns: values,
      metadata: { ...metadata, ...place },
    });
  }
  return datasets;
}

/** Where a sweep stands in its run: in which loop, and from when to when in test time. */
function placeOf({ firstRow, rows, columns }: Sweep, loopStarts: readonly number[]): Metadata {
  const time = columns.find(({ name }) => name === 'time_s')?.values;
  return {
    loop: Math.max(1, loopStarts.filter((start) => start <= firstRow).length),
    sweepStart_s: time?.[0] ?? null,
    sweepEnd_s: time?.[rows - 1] ?? null,
  };
}
