/** The columns of one cycling run that the analysis needs, found once and named. */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import { currentFromVoltageSign } from '#core/cycling/currentFromVoltageSign.ts';
import { findInterruptions } from '#core/cycling/findInterruptions.ts';
import { isNonDecreasing } from '#core/numeric/searchSorted.ts';
import type { Problem } from '#core/problem.ts';

export interface CyclingTrace {
  readonly time_s: Float64Array;
  readonly current_A: Float64Array;
  readonly voltage_V: Float64Array;
  /** Time never falls from a row to the next, so that it can be searched. */
  readonly timeIsSorted: boolean;
  /** The step's own clock, or null when the file has none. */
  readonly stepTime_s: Float64Array | null;
  /** A number that changes when a step does, or null. */
  readonly step: Float64Array | null;
  readonly controlCurrent_A: Float64Array | null;
  /** True when a row's current is the mean over the interval before it (EC-Lab's <I>, made from dq). */
  readonly meanOfIntervalBefore: boolean;
  /**
   * Rows at which a loop begins or a later file was joined on, in rising order: no current flows over the interval before
   * such a row. Where the current was not recorded they are also found from the voltage.
   */
  readonly breaks: readonly number[];
  /** The current was not recorded but given by the user, its sign taken from the voltage. */
  readonly assumedCurrent: boolean;
}

export interface TraceOptions {
  /** Size of the current for a file without a current column; its sign is then that of the voltage. */
  readonly setCurrent_A?: number;
  readonly breaks?: readonly number[];
}

export type TraceOutcome =
  | { readonly ok: true; readonly trace: CyclingTrace }
  | { readonly ok: false; readonly problem: Problem };

/** The trace of a dataset, or the problem that names the missing column. */
export function cyclingTrace(dataset: Dataset, options: TraceOptions = {}): TraceOutcome {
  const time = findColumn(dataset, 'time_s');
  const voltage = findColumn(dataset, 'voltage_V');
  if (!time) return missing(dataset, 'time_s');
  if (!voltage) return missing(dataset, 'voltage_V');
  const recorded = firstRecorded(dataset, ['current_A', 'currentInstant_A']);
  const voltage_V = numbersOf(voltage.values);
  const current_A = recorded ? numbersOf(recorded.values) : assumed(voltage_V, options.setCurrent_A);
  if (!current_A) return missing(dataset, 'current_A');
  const valuesOf = (...names: readonly string[]) => {
    const column = firstRecorded(dataset, names);
    return column ? numbersOf(column.values) : null;
  };
  const time_s = numbersOf(time.values);
  return {
    ok: true,
    trace: {
      time_s,
      timeIsSorted: isNonDecreasing(time_s),
      current_A,
      voltage_V,
      stepTime_s: valuesOf('stepTime_s'),
      step: valuesOf('stepCount', 'step'),
      controlCurrent_A: valuesOf('controlCurrent_A'),
      meanOfIntervalBefore: recorded !== undefined && isMeanOfInterval(recorded),
      breaks: [
        ...new Set([
          ...(dataset.breaks ?? []),
          ...(options.breaks ?? []),
          ...(recorded ? [] : findInterruptions(time_s, voltage_V)),
        ]),
      ].sort((a, b) => a - b),
      assumedCurrent: recorded === undefined,
    },
  };
}

function firstRecorded(dataset: Dataset, names: readonly string[]): Column | undefined {
  const name = names.find((wanted) => findColumn(dataset, wanted));
  return name === undefined ? undefined : findColumn(dataset, name);
}

function isMeanOfInterval(column: { readonly source: string; readonly derivedBy?: string }): boolean {
  return column.source.startsWith('<I>') || (column.derivedBy?.includes('dq') ?? false);
}

function assumed(voltage_V: Float64Array, setCurrent_A: number | undefined): Float64Array | undefined {
  return setCurrent_A === undefined ? undefined : currentFromVoltageSign(voltage_V, setCurrent_A);
}

function missing(dataset: Dataset, wanted: string): TraceOutcome {
  const found = dataset.columns.map((column) => column.name).join(', ');
  return { ok: false, problem: { code: 'missing-column', wanted, found } };
}
