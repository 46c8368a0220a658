import { expect, test } from 'vitest';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
import type { Study } from '#core/project/study.ts';
import { setEventThresholds } from '../../../src/renderer/store/changes/eventThresholds.ts';

const study: Study = { id: 's', name: 's', question: '', simulated: false, createdAt: '', groups: [] };
type Patch = Parameters<typeof setEventThresholds>[1];
const after = (from: Study, patch: Patch) => setEventThresholds(from, patch).rows[0]?.after as Study;

test('a study keeps the thresholds that differ from the program’s own, and loses those set back', () => {
  const changed = after(after(study, { dropTo: 0.6 }), { window: 8 });
  expect(changed.eventThresholds).toEqual({ dropTo: 0.6, window: 8 });
  expect(after(changed, { dropTo: EVENT_THRESHOLDS.dropTo }).eventThresholds).toEqual({ window: 8 });
  expect(after(changed, EVENT_THRESHOLDS).eventThresholds).toEqual({});
});

test('what is undone is set back to none', () => {
  expect(setEventThresholds(study, { dropTo: 0.6 }).rows[0]?.before).toMatchObject({ eventThresholds: {} });
});
