import { oneWayRun, type OneWayRun } from '#core/cycling/oneWayRun.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

/** The segments of a run whose current flows one way; null for any other, and before it is summarised. */
export function oneWayOf({ outcome, cell }: CyclingRunView): OneWayRun | null {
  if (!outcome?.ok || !outcome.value.ok) return null;
  const { run, summary } = outcome.value;
  return oneWayRun(run, { restThreshold_mA: summary.restThreshold_mA, kind: cell?.kind ?? null });
}
