/** The numbers by which events are called; they stay with the study. */
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { changedThresholds } from '#core/cycling/events/thresholdLimits.ts';
import type { Study } from '#core/project/study.ts';
import { text } from '../../text/text.ts';
import type { Change } from '../studyStore.ts';
import { updateStudy } from './studyChanges.ts';

/** Keeps what differs from the program's own. Both sides name the field: what is undone must be set, also to none. */
export function setEventThresholds(study: Study, patch: Partial<EventThresholds>): Change {
  const before = { ...study, eventThresholds: study.eventThresholds ?? {} };
  const all: EventThresholds = { ...EVENT_THRESHOLDS, ...before.eventThresholds, ...patch };
  const eventThresholds = Object.fromEntries(changedThresholds(all).map((name) => [name, all[name]]));
  return updateStudy(before, { eventThresholds }, text.changes.eventThresholds);
}
