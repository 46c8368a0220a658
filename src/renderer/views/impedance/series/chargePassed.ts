/** How much charge had passed through a cell when a spectrum was begun, both directions counted, from its cycling runs. */
import { searchAbove } from '#core/numeric/searchSorted.ts';
import type { CyclingRunView } from '../../cycling/useCyclingRuns.ts';
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

export function chargePassed(runs: readonly CyclingRunView[]): ChargeOf {
  const passed = runs.flatMap(passedOf);
  return ({ dataset, cell }) => {
    const start_s = dataset.metadata['sweepStart_s'];
    const startedAt = dataset.metadata['startedAt'] ?? null;
    if (typeof start_s !== 'number') return null;
    const own = passed.filter((run) => run.cellId === cell?.id);
    const alike = own.filter((run) => run.startedAt === null || run.startedAt === startedAt);
    return alike.length === 0 ? null : alike.reduce((sum, run) => sum + upTo(run, start_s), 0);
  };
}
