import { describe, expect, test } from 'vitest';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import {
  areThresholds,
  changedThresholds,
  THRESHOLD_NAMES,
  thresholdFault,
} from '#core/cycling/events/thresholdLimits.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';

const faultOf = (patch: Partial<EventThresholds>) => {
  const [name] = Object.keys(patch) as (keyof EventThresholds)[];
  return name && thresholdFault(name, { ...EVENT_THRESHOLDS, ...patch });
};

describe('thresholds of events', () => {
  test('have no fault as the program proposes them, and every one is listed', () => {
    expect(THRESHOLD_NAMES.map((name) => thresholdFault(name, EVENT_THRESHOLDS))).toEqual(
      THRESHOLD_NAMES.map(() => null),
    );
    const listed = thresholdWords.listed(EVENT_THRESHOLDS);
    for (const value of ['6 half cycles', 'fall below 0.7', '0.002 V', 'above 3 times'])
      expect(listed).toContain(value);
  });

  test.each([
    [{ dropTo: 1 }, 'fall'],
    [{ dropTo: 1.4 }, 'fall'],
    [{ innerFallTo: 0 }, 'fall'],
    [{ interceptTo: -0.1 }, 'fall'],
    [{ contactLoss: 1 }, 'rise'],
    [{ failureRise: 0.5 }, 'rise'],
    [{ linearStep: 1 }, 'rise'],
    [{ rectangular: 5 }, 'share'],
    [{ dips: 2.5 }, 'count'],
    [{ window: 0 }, 'count'],
    [{ dipSigma: 0.5 }, 'deviations'],
    [{ hardShort_V: 2 }, 'voltage'],
    [{ voltageLimit_V: 0 }, 'limit'],
    [{ leads_ohm: -1 }, 'resistance'],
    [{ lossyCharge: 1 }, 'fall'],
    [{ scatter: NaN }, 'share'],
  ] as const)('%j is refused with a reason', (patch, fault) => {
    expect(faultOf(patch)).toBe(fault);
    expect(thresholdWords.fault(fault).length).toBeGreaterThan(10);
  });

  test('are looked at together: noisy half cycles fit in the window, recovery lies above the fall', () => {
    expect(faultOf({ noisyHalfCycles: 7 })).toBe('exceeds-window');
    expect(faultOf({ window: 1 })).toBe('exceeds-window');
    expect(faultOf({ recoveredTo: 0.6 })).toBe('recovers-at-once');
    expect(faultOf({ dropTo: 0.9 })).toBe('recovers-at-once');
    expect(faultOf({ dropTo: 0.75 })).toBeNull();
  });

  test('of a study file are believed only where each can be used', () => {
    expect(areThresholds({ dropTo: 0.6 })).toBe(true);
    expect(areThresholds({})).toBe(true);
    for (const wrong of [{ dropTo: 2 }, { dropTo: '0.6' }, { drop: 0.6 }, null, 3])
      expect(areThresholds(wrong)).toBe(false);
  });

  test('are told below a figure only where they were changed, with what they would be', () => {
    expect(thresholdWords.notes(EVENT_THRESHOLDS)).toEqual([]);
    const changed = { ...EVENT_THRESHOLDS, dropTo: 0.6, window: 8 };
    expect(changedThresholds(changed)).toEqual(['window', 'dropTo']);
    expect(thresholdWords.notes(changed)).toEqual([
      'thresholds of events changed: signs within 8 half cycles (not 6), sudden fall below 0.6 (not 0.7)',
    ]);
  });
});
