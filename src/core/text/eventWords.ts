/** What is said of the events of a run, and of the numbers by which they are called. */
import type { Counted } from '#core/cycling/trend/counted.ts';
import type { CriterionId } from '#core/cycling/events/criterion.ts';
import type { CyclingEvents } from '#core/cycling/events/cyclingEvents.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { CellEvent, EventKind } from '#core/cycling/events/findEvents.ts';
import type { Failure } from '#core/cycling/events/timeToFailure.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

const SECONDS_PER_HOUR = 3600;

const KINDS: Readonly<Record<EventKind, string>> = {
  suspect: 'suspect',
  'soft-short': 'soft short',
  'hard-short': 'hard short',
  'contact-loss': 'contact lost',
  recovered: 'recovered',
};

const CRITERIA: Readonly<Record<CriterionId, string>> = {
  floor: 'polarisation below what the electrolyte alone must take',
  drop: 'resistance fell at once',
  rectangular: 'voltage turned flat from end to end',
  linear: 'E/I stayed the same over a step of the current',
  impedance: 'high-frequency intercept fell',
  noise: 'voltage flickers towards 0 V',
  'full-cell':
    'a charge took more than before, gave little back noisily, or missed its end voltage, as a redox shuttle does too',
};

const THRESHOLDS: Readonly<Record<keyof EventThresholds, string>> = {
  window: 'Half cycles within which signs count together',
  dropTo: 'Sudden fall: resistance below this share of the five before',
  innerFallTo: 'Fall inside a half cycle: |E| below this share',
  rectangular: 'Flat: ends differ by less than this share',
  linear: 'Linear, and constant in a hard short: E/I stays within this share',
  linearStep: 'Linear: at a step of the current by this factor',
  dipSigma: 'Dip: standard deviations towards 0 V',
  dips: 'Dips that make a half cycle noisy',
  noisyHalfCycles: 'Noisy half cycles within the window that count',
  scatter: 'Scatter of the resistance that counts',
  interceptTo: 'Intercept below this share of the pristine one',
  hardShort_V: 'Hard short: |E| left beside the leads (V)',
  resolution_V: 'Hard short: what the meter resolves (V)',
  leads_ohm: 'Hard short: resistance of leads and contacts (Ω)',
  hardShortHalfCycles: 'Hard short: half cycles of it',
  contactLoss: 'Contact lost: resistance above this many times the one before',
  voltageLimit_V: 'Limit of the cycler: |E| at which a half cycle ends (V)',
  overcharge: 'Unlike electrodes: charge above the one before by this share',
  lossyCharge: 'Unlike electrodes: noisy charge of which less than this share returns',
  endlessCharge: 'Unlike electrodes: charge that ends this share of the span too low',
  recoveredTo: 'Recovered: share of the resistance before',
  failureHalfCycles: 'Failure: half cycles a soft short lasts',
  failureRise: 'Failure: resistance above this many times its first',
};

const UNLIKE =
  'Between unlike electrodes |E|/I is no resistance: shorts are looked for in charges, noise and spectra, and lost contact is not judged.';

function eventSentence(
  { kind, halfCycle, time_s, criteria, halfCycles, impedanceDecides, isAtLimit }: CellEvent,
  counted: Counted,
): string {
  const time = `at ${shortNumber(time_s / SECONDS_PER_HOUR, 4)} h of the file`;
  const place = counted === 'segment' ? time : `half cycle ${halfCycle}, ${time}`;
  const lasting = `${kind === 'recovered' ? 'after' : 'over'} ${halfCycles} ${counted}${halfCycles === 1 ? '' : 's'}`;
  const why = criteria.length === 0 ? '' : `: ${criteria.map((id) => CRITERIA[id]).join('; ')}`;
  const decides = impedanceDecides
    ? ' The voltage alone cannot tell a short from a very good interface: a spectrum decides.'
    : '';
  const limit = isAtLimit ? ' It ended at the limit of the cycler.' : '';
  const other =
    kind === 'contact-loss'
      ? `${limit} A film that grows fast does the same: a spectrum tells them apart.`
      : '';
  return `${KINDS[kind]} (${place}, ${lasting})${why}.${decides}${other}`;
}

function failureSentence({ time_h, mode, lasted_h }: Failure): string {
  if (time_h === null || mode === null)
    return `No failure within ${shortNumber(lasted_h, 4)} h: censored there.`;
  const name = mode === 'cut-off' ? 'voltage limit' : KINDS[mode];
  return `Failed ${shortNumber(time_h, 4)} h after its first half cycle began: ${name}.`;
}

interface ToldRun extends Pick<CyclingEvents, 'events' | 'failure'> {
  readonly halfCycles?: readonly unknown[];
  /** Not so between unlike electrodes; like ones unless said. */
  readonly areLike?: boolean;
}

export const eventWords = {
  kinds: KINDS,
  thresholds: THRESHOLDS,
  /** One for each event, then when the cell failed. A run in one direction is one half cycle, judged by its segments. */
  sentences: ({ events, failure, halfCycles, areLike = true }: ToldRun): string[] => [
    ...(areLike ? [] : [UNLIKE]),
    ...(events.length === 0
      ? [areLike ? 'No short and no lost contact was called.' : 'No short was called.']
      : events.map((event) => eventSentence(event, halfCycles?.length === 1 ? 'segment' : 'half cycle'))),
    ...(Number.isFinite(failure.lasted_h) ? [failureSentence(failure)] : []),
  ],
};
