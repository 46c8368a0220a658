/** What is said of the numbers by which events are called. */
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import {
  changedThresholds,
  THRESHOLD_NAMES,
  type ThresholdFault,
  type ThresholdName,
} from '#core/cycling/events/thresholdLimits.ts';

const SHORT: Readonly<Record<ThresholdName, (value: number) => string>> = {
  window: (value) => `signs within ${value} half cycles`,
  dropTo: (value) => `sudden fall below ${value}`,
  innerFallTo: (value) => `fall inside a half cycle below ${value}`,
  rectangular: (value) => `flat within ${value}`,
  linear: (value) => `linear within ${value}`,
  linearStep: (value) => `at steps of ${value} times`,
  dipSigma: (value) => `dips beyond ${value} deviations`,
  dips: (value) => `from ${value} dips`,
  noisyHalfCycles: (value) => `in ${value} half cycles`,
  scatter: (value) => `scatter above ${value}`,
  interceptTo: (value) => `intercept below ${value}`,
  hardShort_V: (value) => `hard short below ${value} V`,
  resolution_V: (value) => `constant within ${value} V`,
  leads_ohm: (value) => `leads of ${value} Ω`,
  hardShortHalfCycles: (value) => `over ${value} half cycles`,
  contactLoss: (value) => `contact lost above ${value} times`,
  voltageLimit_V: (value) => `or from ${value} V at the end`,
  overcharge: (value) => `unlike electrodes: charged ${value} more than before`,
  lossyCharge: (value) => `noisy charge returning below ${value}`,
  endlessCharge: (value) => `charge ending ${value} of the span too low`,
  recoveredTo: (value) => `recovered from ${value}`,
  failureHalfCycles: (value) => `failed after ${value} half cycles shorted`,
  failureRise: (value) => `or above ${value} times the first`,
};

const FAULTS: Readonly<Record<ThresholdFault, string>> = {
  fall: 'A fall needs a share above 0 and below 1: from 1 on every half cycle would have fallen.',
  rise: 'A rise needs a factor above 1: at 1 or below every half cycle would have risen.',
  share: 'A share above 0 and below 1, such as 0.05 for 5 %.',
  count: 'A whole number from 1.',
  deviations: 'At least 1 standard deviation: less is what noise does all the time.',
  voltage: 'Above 0 and at most 0.1 V: more would call working cells shorted.',
  limit: 'Above 0 V: the limit at which the cycler ends a half cycle.',
  resistance: 'Not below 0 Ω.',
  'exceeds-window':
    'Not so many noisy half cycles fit into the half cycles within which signs count together.',
  'recovers-at-once': 'Recovery must not begin below the sudden fall: every short would be over at once.',
};

export const thresholdWords = {
  fault: (fault: ThresholdFault): string => FAULTS[fault],
  /** All, in one sentence. */
  listed: (all: EventThresholds): string =>
    `Events are called by: ${THRESHOLD_NAMES.map((name) => SHORT[name](all[name])).join(', ')}.`,
  /** For below a figure: those that are not the program's own; nothing where all are. */
  notes: (all: EventThresholds): string[] => {
    const changed = changedThresholds(all).map(
      (name) => `${SHORT[name](all[name])} (not ${EVENT_THRESHOLDS[name]})`,
    );
    return changed.length === 0 ? [] : [`thresholds of events changed: ${changed.join(', ')}`];
  },
};
