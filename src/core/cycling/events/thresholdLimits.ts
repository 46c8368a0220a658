/** What each threshold of events may be: a value beyond its limit would turn its criterion into another one. */
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';

export type ThresholdName = keyof EventThresholds;

/** fall: below 1, or nothing fell. rise: above 1. share: of 1. count: whole, from 1. */
type ThresholdMeaning =
  | 'fall'
  | 'rise'
  | 'share'
  | 'count'
  | 'deviations'
  | 'voltage'
  | 'limit'
  | 'resistance';

/** Why a value is refused: what it means alone, or beside another threshold. */
export type ThresholdFault = ThresholdMeaning | 'exceeds-window' | 'recovers-at-once';

const MEANINGS: Readonly<Record<ThresholdName, ThresholdMeaning>> = {
  window: 'count',
  dropTo: 'fall',
  innerFallTo: 'fall',
  rectangular: 'share',
  linear: 'share',
  linearStep: 'rise',
  dipSigma: 'deviations',
  dips: 'count',
  noisyHalfCycles: 'count',
  scatter: 'share',
  interceptTo: 'fall',
  hardShort_V: 'voltage',
  leads_ohm: 'resistance',
  resolution_V: 'voltage',
  hardShortHalfCycles: 'count',
  contactLoss: 'rise',
  voltageLimit_V: 'limit',
  overcharge: 'share',
  lossyCharge: 'fall',
  endlessCharge: 'share',
  recoveredTo: 'share',
  failureHalfCycles: 'count',
  failureRise: 'rise',
};

/** More would call working cells shorted. */
const MOST_HARD_SHORT_V = 0.1;

const ALLOWS: Readonly<Record<ThresholdMeaning, (value: number) => boolean>> = {
  fall: (value) => value > 0 && value < 1,
  share: (value) => value > 0 && value < 1,
  rise: (value) => value > 1,
  count: (value) => Number.isSafeInteger(value) && value >= 1,
  deviations: (value) => value >= 1,
  voltage: (value) => value > 0 && value <= MOST_HARD_SHORT_V,
  limit: (value) => value > 0,
  resistance: (value) => value >= 0,
};

export const THRESHOLD_NAMES = Object.keys(MEANINGS) as readonly ThresholdName[];

/** What is wrong with one of these thresholds; null = nothing. */
export function thresholdFault(name: ThresholdName, all: EventThresholds): ThresholdFault | null {
  const meaning = MEANINGS[name];
  if (!Number.isFinite(all[name]) || !ALLOWS[meaning](all[name])) return meaning;
  const { window, noisyHalfCycles, dropTo, recoveredTo } = all;
  if ((name === 'window' || name === 'noisyHalfCycles') && noisyHalfCycles > window) return 'exceeds-window';
  if ((name === 'dropTo' || name === 'recoveredTo') && recoveredTo < dropTo) return 'recovers-at-once';
  return null;
}

/** Whether a value read from elsewhere gives some thresholds, each of which can be used. */
export function areThresholds(value: unknown): value is Partial<EventThresholds> {
  if (typeof value !== 'object' || value === null) return false;
  const isNamed = (name: string): name is ThresholdName => Object.hasOwn(MEANINGS, name);
  const given = Object.entries(value);
  if (!given.every(([name, each]) => isNamed(name) && typeof each === 'number')) return false;
  const all: EventThresholds = { ...EVENT_THRESHOLDS, ...value };
  return THRESHOLD_NAMES.every((name) => thresholdFault(name, all) === null);
}

/** Those that differ from the program's own. */
export function changedThresholds(all: EventThresholds): readonly ThresholdName[] {
  return THRESHOLD_NAMES.filter((name) => all[name] !== EVENT_THRESHOLDS[name]);
}
