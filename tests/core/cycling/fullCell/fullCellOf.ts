import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import {
  summariseFullCell,
  type FullCellOptions,
  type FullCellSummary,
} from '#core/cycling/fullCell/summariseFullCell.ts';
import { datasetOf } from '../datasetOf.ts';
import type { SimulatedRows } from './simulatedFullCell.ts';

const NOTHING = { area_cm2: null, mass_mg: null };

/** The run of simulated rows. */
export function runOf({ time_s, current_A, voltage_V }: SimulatedRows, breaks: readonly number[] = []) {
  const dataset = { ...datasetOf({ time_s, current_A, voltage_V }), breaks };
  const outcome = summariseCycling(dataset, { ...NOTHING, setCurrent_A: null });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.run;
}

interface Known extends FullCellOptions {
  readonly mass_mg?: number;
  readonly area_cm2?: number;
  readonly breaks?: readonly number[];
}

/** The summary of simulated rows of a full cell. */
export function fullCellOf(rows: SimulatedRows, known: Known = {}): FullCellSummary {
  const { mass_mg = null, area_cm2 = null, breaks = [], ...options } = known;
  const summary = summariseFullCell(runOf(rows, breaks), { mass_mg, area_cm2 }, options);
  if (!summary) throw new Error('no full cell');
  return summary;
}
