/** How much charge had passed through a cell when a spectrum was begun, both directions counted, from its cycling runs. */
import { searchAbove } from '#core/numeric/searchSorted.ts';
import type { Cell } from '#core/project/study.ts';
import type { CyclingRunView } from '../../../app/useCyclingRuns.ts';
import type { StoredDataset } from '../../../store/schema.ts';
import type { SpectrumView } from '../useSpectra.ts';

const MAH_PER_AH = 1000;

/** Null where no run of the cell shares the clock of the spectrum. */
export type ChargeOf = (view: SpectrumView) => number | null;

interface Passed {
  readonly cellId: string;
  /** Null: the file does not say when it began; its test time is then taken as that of the spectra. */
  readonly startedAt: unknown;
  readonly time_s: Float64Array;
  readonly charge_mAh: Float64Array;
}

function passedOf(run: CyclingRunView): readonly Passed[] {
  if (!run.cell || !run.outcome?.ok || !run.outcome.value.ok) return [];
  const { trace, integral } = run.outcome.value.run;
  const charge_mAh = new Float64Array(integral.charge_Ah.length);
  for (let i = 1; i < charge_mAh.length; i += 1) {
    const step_Ah = (integral.charge_Ah[i] ?? NaN) - (integral.charge_Ah[i - 1] ?? NaN);
    charge_mAh[i] = (charge_mAh[i - 1] ?? NaN) + MAH_PER_AH * Math.abs(step_Ah);
  }
  const startedAt = run.dataset.metadata['startedAt'] ?? null;
  return [{ cellId: run.cell.id, startedAt, time_s: trace.time_s, charge_mAh }];
}

function upTo({ time_s, charge_mAh }: Passed, wanted_s: number): number {
  const rows = searchAbove(time_s, wanted_s);
  return rows === 0 ? 0 : (charge_mAh[rows - 1] ?? NaN);
}

/** Runs that have no clock are taken as of the test of the spectrum. */
function isOfSameTest(startedAt: unknown, { dataset }: SpectrumView): boolean {
  return startedAt === null || startedAt === (dataset.metadata['startedAt'] ?? null);
}

/** Whether a run tells how much charge had passed, without reading it. */
export function hasCharge(
  view: SpectrumView,
  runs: readonly StoredDataset[],
  cells: readonly Cell[],
): boolean {
  if (typeof view.dataset.metadata['sweepStart_s'] !== 'number') return false;
  const cell = cells.find(({ id }) => id === view.cell?.id);
  const hasCurrent = ({ columns }: StoredDataset) =>
    typeof cell?.setCurrent_mA === 'number' ||
    columns.some(({ name }) => name === 'current_A' || name === 'currentInstant_A');
  return runs.some(
    (run) =>
      cell !== undefined &&
      run.cellId === cell.id &&
      isOfSameTest(run.metadata['startedAt'] ?? null, view) &&
      hasCurrent(run),
  );
}

export function chargePassed(runs: readonly CyclingRunView[]): ChargeOf {
  const passed = runs.flatMap(passedOf);
  return (view) => {
    const start_s = view.dataset.metadata['sweepStart_s'];
    if (typeof start_s !== 'number') return null;
    const alike = passed.filter(
      ({ cellId, startedAt }) => cellId === view.cell?.id && isOfSameTest(startedAt, view),
    );
    return alike.length === 0 ? null : alike.reduce((sum, run) => sum + upTo(run, start_s), 0);
  };
}
