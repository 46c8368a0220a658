/** Runs as the Cycling view holds them, of cells simulated by formula. */
import { summariseFullCell } from '#core/cycling/fullCell/summariseFullCell.ts';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import type { DrawnRun } from '../../../src/renderer/views/cycling/useDerivatives.ts';
import type { StudyContents } from '../../../src/renderer/store/studyStore.ts';
import { datasetOf } from '../../core/cycling/datasetOf.ts';
import type { SimulatedRows } from '../../core/cycling/fullCell/simulatedFullCell.ts';

export const CONTENTS: StudyContents = {
  study: { id: 's', name: 's', question: '', simulated: true, createdAt: '', groups: [] },
  ...{ cells: [], datasets: [], imports: [] },
};

const DATASET: DrawnRun['dataset'] = {
  ...{
    id: 'd',
    studyId: 's',
    importId: 'i',
    cellId: null,
    position: 0,
    fileName: 'run.csv',
    kind: 'cycling',
  },
  ...{ label: '', rows: 0, columns: [], metadata: {}, state: { kind: 'unspecified' }, contentKey: 'd' },
};

/** Summarised, and as a full cell where it is one; nothing else is computed. */
export function shownRun(rows: SimulatedRows, known: { readonly mass_mg?: number } = {}): DrawnRun {
  const { mass_mg = null } = known;
  const normalisation = { area_cm2: null, mass_mg };
  const outcome = summariseCycling(datasetOf({ ...rows }), { ...normalisation, setCurrent_A: null });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const time_s = Float64Array.from(rows.time_s);
  const voltage_V = Float64Array.from(rows.voltage_V);
  const trace = { time_s, voltage_V, pyramid: minMaxPyramid(voltage_V), timeIsSorted: true };
  return {
    ...{ dataset: DATASET, cell: null, course: undefined, derivatives: undefined },
    trace: { ok: true, value: trace },
    outcome: { ok: true, value: outcome },
    fullCell: { ok: true, value: summariseFullCell(outcome.run, normalisation) },
  };
}

/** A symmetric cell of half hours at 2 mA with |E| of each half cycle given, in V. */
export function symmetricRows(size_V: readonly number[]): SimulatedRows {
  const perHalf = 60;
  const rows = size_V.flatMap((size, half) =>
    Array.from({ length: perHalf }, (_, k) => ({
      time: (half * perHalf + k) * 30,
      sign: half % 2 === 0 ? 1 : -1,
      size: size * (1 - (0.01 * k) / perHalf),
    })),
  );
  return {
    time_s: rows.map(({ time }) => time),
    current_A: rows.map(({ sign }) => 2e-3 * sign),
    voltage_V: rows.map(({ sign, size }) => sign * size),
  };
}
