import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
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
}

/** What happened to a symmetric cell: shorts, recoveries, contact lost, and when it failed, if it did. */
export function cyclingEvents(
  parts: readonly RunPart[],
  {
    known = NOTHING_KNOWN,
    thresholds = EVENT_THRESHOLDS,
  }: { readonly known?: CellKnowledge; readonly thresholds?: EventThresholds } = {},
): CyclingEvents {
  const events = findEvents(parts, known, thresholds);
  return { events, failure: timeToFailure(parts, events, thresholds), thresholds };
}
