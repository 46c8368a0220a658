import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { Study } from '#core/project/study.ts';

/** By which the events of a study are called: the program's own where nothing else was chosen. */
export function eventThresholdsOf({ eventThresholds }: Pick<Study, 'eventThresholds'>): EventThresholds {
  return { ...EVENT_THRESHOLDS, ...eventThresholds };
}
