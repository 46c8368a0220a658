/** Whether all that a figure of the Cycling view draws has been computed: one exported before would lack a part unsaid. */
import type { CyclingSettings } from './cyclingSettings.ts';
import type { DrawnRun } from './useDerivatives.ts';

type Part = keyof Pick<DrawnRun, 'course' | 'fullCell' | 'derivatives'>;

/** What a plot draws beside the trace and the half cycles, which mark its events too. */
const ALSO_DRAWN: Readonly<Record<CyclingSettings['plot'], readonly Part[]>> = {
  voltageTime: [],
  voltageCapacity: [],
  halfCycles: [],
  polarisation: ['course'],
  cycles: ['fullCell'],
  incrementalCapacity: ['fullCell', 'derivatives'],
};

export function isFigureComplete(runs: readonly DrawnRun[], plot: CyclingSettings['plot']): boolean {
  return runs.every((run) => {
    const { trace, outcome } = run;
    if (trace === undefined) return false;
    // Of a run that cannot be read, or has no half cycles, nothing more is computed.
    if (!trace.ok) return true;
    if (outcome === undefined) return false;
    const isSummarised = outcome.ok && outcome.value.ok;
    return !isSummarised || ALSO_DRAWN[plot].every((part) => run[part] !== undefined);
  });
}
