/** Runs whose files have no current: they can be drawn against time, but have no half cycles until one is set. */
import { text } from '../../text/text.ts';
import type { CyclingSettings } from './cyclingSettings.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

/** Told where the half cycles would be, not above the voltage, which is shown. */
export function lacksCurrent({ outcome }: CyclingRunView): boolean {
  if (!outcome?.ok || outcome.value.ok) return false;
  const { problem } = outcome.value;
  return problem.code === 'missing-column' && problem.wanted === 'current_A';
}

function assumesCurrent({ outcome }: CyclingRunView): boolean {
  return outcome?.ok === true && outcome.value.ok && outcome.value.run.trace.assumedCurrent;
}

/** Runs that lack a current, and those for which one was set. */
export function runsWithoutCurrent(
  runs: readonly CyclingRunView[],
  { setCurrents_mA }: CyclingSettings,
): readonly CyclingRunView[] {
  return runs.filter(
    (run) => lacksCurrent(run) || assumesCurrent(run) || setCurrents_mA[run.dataset.id] !== undefined,
  );
}

/** Why there are no half cycles and what to do; null when the current is not the reason. */
export function missingCurrent(runs: readonly CyclingRunView[]): string | null {
  const files = runs.filter(lacksCurrent).map(({ dataset }) => dataset.fileName);
  return files.length === 0 ? null : text.cycling.noCurrent(files.join(', '));
}
