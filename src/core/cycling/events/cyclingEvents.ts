import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
import { LIKE_ELECTRODES, type EventRules } from '#core/cycling/events/eventRules.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { findEvents } from '#core/cycling/events/findEvents.ts';
import type { CellEvent } from '#core/cycling/events/findEvents.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { timeToFailure } from '#core/cycling/events/timeToFailure.ts';
import type { Failure } from '#core/cycling/events/timeToFailure.ts';

export interface CyclingEvents {
  readonly events: readonly CellEvent[];
  readonly failure: Failure;
  /** By which both were called. */
  readonly thresholds: EventThresholds;
  /** Judged as between two electrodes of one metal, where |E| over I is a resistance. */
  readonly areLike: boolean;
}

interface JudgedBy {
  readonly known?: CellKnowledge;
  readonly thresholds?: EventThresholds;
  readonly rules?: EventRules;
}

/** What happened to a cell: shorts, recoveries, contact lost, and when it failed, if it did. */
export function cyclingEvents(
  parts: readonly RunPart[],
  { known = NOTHING_KNOWN, thresholds = EVENT_THRESHOLDS, rules = LIKE_ELECTRODES }: JudgedBy = {},
): CyclingEvents {
  const events = findEvents(parts, known, thresholds, rules);
  const failure = timeToFailure(parts, events, thresholds, rules);
  return { events, failure, thresholds, areLike: rules.hasResistance };
}
