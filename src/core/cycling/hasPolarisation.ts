import { noPolarisation, type TrendHalfCycle } from '#core/cycling/trend/halfCycleTrend.ts';
import type { CellKind } from '#core/project/study.ts';

/** Of unlike electrodes, whose voltage stands without a current. */
const UNLIKE: ReadonlySet<CellKind> = new Set<CellKind>(['full', 'half', 'specimen']);

/** Whether the electrodes are known to be unlike. */
export function areUnlike(kind: CellKind | null): boolean {
  return kind !== null && UNLIKE.has(kind);
}

/** Whether a run is judged as one between unlike electrodes; a half cell whose voltage turns with the current is not. */
export function isBetweenUnlike(kind: CellKind | null, halfCycles: readonly TrendHalfCycle[]): boolean {
  if (kind === 'symmetric' || kind === 'full') return kind === 'full';
  return noPolarisation(halfCycles) !== null;
}

/**
 * Whether |E| of a run's half cycles is a polarisation: what is said of the cell decides, and where nothing is known of it,
 * whether the voltage turns with the current.
 */
export function hasPolarisation(kind: CellKind | null, halfCycles: readonly TrendHalfCycle[]): boolean {
  return kind === null ? noPolarisation(halfCycles) === null : !areUnlike(kind);
}
