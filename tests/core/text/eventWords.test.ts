import { expect, test } from 'vitest';
import type { CellEvent } from '#core/cycling/events/findEvents.ts';
import { eventWords } from '#core/text/eventWords.ts';

const event: CellEvent = {
  kind: 'soft-short',
  time_s: 36_000,
  halfCycle: 11,
  criteria: ['drop', 'noise'],
  halfCycles: 4,
  impedanceDecides: false,
  recoveredAfter: 4,
  isAtLimit: false,
};
const alive = { time_h: null, mode: null, censored: true, lasted_h: 120 } as const;

test('an event is told with its half cycle, its time in hours and what speaks for it', () => {
  const [sentence] = eventWords.sentences({ events: [event], failure: alive });
  expect(sentence).toBe(
    'soft short (half cycle 11, at 10 h of the file, over 4 half cycles): resistance fell at once; voltage flickers towards 0 V.',
  );
});

test('a suspicion says that a spectrum decides', () => {
  const suspect = { ...event, kind: 'suspect', impedanceDecides: true } as const;
  expect(eventWords.sentences({ events: [suspect], failure: alive })[0]).toMatch(/a spectrum decides\.$/);
});

test('contact that was lost is not told from a film that grew', () => {
  const lost = { ...event, kind: 'contact-loss', criteria: [] } as const;
  expect(eventWords.sentences({ events: [lost], failure: alive })[0]).toMatch(
    /^contact lost .*film that grows fast/,
  );
});

test('a cell whose limit ended a half cycle says so', () => {
  const ended = { ...event, kind: 'contact-loss', criteria: [], isAtLimit: true } as const;
  expect(eventWords.sentences({ events: [ended], failure: alive })[0]).toContain(
    'at the limit of the cycler',
  );
});

test('between unlike electrodes it is said what was looked at', () => {
  const [first, second] = eventWords.sentences({ events: [], failure: alive, areLike: false });
  expect(first).toContain('lost contact is not judged');
  expect(second).toBe('No short was called.');
});

test('a recovery comes after its half cycles and has no criteria', () => {
  const healed = { ...event, kind: 'recovered', criteria: [] } as const;
  expect(eventWords.sentences({ events: [healed], failure: alive })[0]).toBe(
    'recovered (half cycle 11, at 10 h of the file, after 4 half cycles).',
  );
});

test('no event is said as well, and a cell that lives is censored where its test ends', () => {
  expect(eventWords.sentences({ events: [], failure: alive })).toEqual([
    'No short and no lost contact was called.',
    'No failure within 120 h: censored there.',
  ]);
});

test('a failure is told with its hour and its mode', () => {
  const failure = { time_h: 33.5, mode: 'cut-off', censored: false, lasted_h: 120 } as const;
  expect(eventWords.sentences({ events: [event], failure })[1]).toBe(
    'Failed 33.5 h after its first half cycle began: voltage limit.',
  );
});

test('of a run in one direction, which is one half cycle, segments are counted', () => {
  const told = { events: [{ ...event, halfCycle: 1, halfCycles: 1 }], failure: alive, halfCycles: [{}] };
  expect(eventWords.sentences(told)[0]).toMatch(/^soft short \(at 10 h of the file, over 1 segment\): /);
});
