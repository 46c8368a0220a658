import type { CellEvent } from '#core/cycling/events/findEvents.ts';
import { LIKE_ELECTRODES, type EventRules } from '#core/cycling/events/eventRules.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { medianBy } from '#core/numeric/quantile.ts';

export type FailureMode = 'soft-short' | 'hard-short' | 'contact-loss' | 'cut-off';

export interface Failure {
  /** h since the run began; null while the cell is alive. */
  readonly time_h: number | null;
  readonly mode: FailureMode | null;
  /** The test ended before the cell did, at `lasted_h`. */
  readonly censored: boolean;
  readonly lasted_h: number;
}

const REFERENCE = 10;
const SECONDS_PER_HOUR = 3600;

/**
 * When a cell failed: the first of a hard short, a soft short that lasts, contact lost, and a resistance several times that
 * of its first ten half cycles. A suspicion is no failure. What did not fail is censored at the end of the test.
 */
export function timeToFailure(
  parts: readonly RunPart[],
  events: readonly CellEvent[],
  thresholds: EventThresholds,
  { hasResistance }: Pick<EventRules, 'hasResistance'> = LIKE_ELECTRODES,
): Failure {
  const start_s = parts[0]?.startTime_s ?? NaN;
  const lasted_h = ((parts.at(-1)?.endTime_s ?? NaN) - start_s) / SECONDS_PER_HOUR;
  const ends = [...shortsAndLosses(events, thresholds), ...(hasResistance ? risen(parts, thresholds) : [])];
  const [first] = ends.sort((a, b) => a.time_s - b.time_s);
  if (!first) return { time_h: null, mode: null, censored: true, lasted_h };
  return { time_h: (first.time_s - start_s) / SECONDS_PER_HOUR, mode: first.mode, censored: false, lasted_h };
}

interface End {
  readonly time_s: number;
  readonly mode: FailureMode;
}

function shortsAndLosses(events: readonly CellEvent[], { failureHalfCycles }: EventThresholds): End[] {
  return events.flatMap(({ kind, time_s, recoveredAfter, isAtLimit }): End[] => {
    if (kind === 'hard-short') return [{ time_s, mode: kind }];
    if (kind === 'contact-loss') return [{ time_s, mode: isAtLimit ? 'cut-off' : kind }];
    const lasts = kind === 'soft-short' && (recoveredAfter ?? Infinity) >= failureHalfCycles;
    return lasts ? [{ time_s, mode: kind }] : [];
  });
}

function risen(parts: readonly RunPart[], { failureRise }: EventThresholds): End[] {
  const reference = parts.slice(0, REFERENCE);
  if (reference.length < REFERENCE) return [];
  const limit_ohm = failureRise * medianBy(reference, (part) => part.resistance_ohm);
  const part = parts.find(({ resistance_ohm }) => resistance_ohm > limit_ohm);
  return part ? [{ time_s: part.startTime_s, mode: 'contact-loss' }] : [];
}
