import { contactLoss } from '#core/cycling/events/contactLoss.ts';
import type { CellKnowledge, CriterionId } from '#core/cycling/events/criterion.ts';
import { LIKE_ELECTRODES, type EventRules } from '#core/cycling/events/eventRules.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { hardShortFrom } from '#core/cycling/events/hardShort.ts';
import { healedShorts, type ShortEpisode, type ShortKind } from '#core/cycling/events/healedShorts.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';

export type EventKind = ShortKind | 'contact-loss' | 'recovered';

export interface CellEvent {
  readonly kind: EventKind;
  readonly time_s: number;
  readonly halfCycle: number;
  /** What speaks for it; empty for contact loss, recovery, and a hard short, which have a rule of their own. */
  readonly criteria: readonly CriterionId[];
  /** Half cycles from its first sign to its last. */
  readonly halfCycles: number;
  /** The voltage alone cannot tell a short from a very good interface: only a spectrum can. */
  readonly impedanceDecides: boolean;
  /** Half cycles after which a soft short was over; null = it never was, or is none. */
  readonly recoveredAfter: number | null;
  /** The limit of the cycler alone calls contact lost: how far the resistance would have risen is not known. */
  readonly isAtLimit: boolean;
}

/**
 * Criteria that say the same thing, that the cell answers like a resistor of little resistance, count once: a conditioned
 * amalgam does so too. E/I that stays the same counts only beside another sign.
 */
const KINDS_OF_EVIDENCE: readonly (readonly CriterionId[])[] = [
  ['floor', 'rectangular', 'linear'],
  ['drop'],
  ['noise'],
  ['impedance'],
  ['full-cell'],
];

/** The events of a run in order of time. A short that heals keeps its event, and the healing gets one. */
export function findEvents(
  parts: readonly RunPart[],
  known: CellKnowledge,
  thresholds: EventThresholds,
  rules: EventRules = LIKE_ELECTRODES,
): CellEvent[] {
  const hard = hardShort(parts, thresholds);
  const signs = signsOf(rules, { parts, known, thresholds });
  const shorts = healedShorts(
    shortEpisodes(signs, thresholds).filter(
      (episode) => hard === null || episode.first < hard.first - thresholds.window,
    ),
    { parts, thresholds, rules },
  );
  const isShorted = (index: number) =>
    shorts.some(({ episode, healed }) => index >= episode.first && index < (healed ?? episode.last + 1));
  return [
    ...shorts.map(({ episode, healed }) => ({
      ...eventOf(parts, episode, thresholds),
      recoveredAfter: healed === null ? null : healed - episode.first,
    })),
    ...(hard === null ? [] : [eventOf(parts, hard, thresholds)]),
    ...shorts.flatMap(({ episode, healed }) => recoveryOf(parts, episode, healed)),
    ...(rules.hasResistance ? lostContact(parts, isShorted, thresholds) : []),
  ].sort((a, b) => a.time_s - b.time_s);
}

interface Episode extends ShortEpisode {
  readonly criteria: readonly CriterionId[];
}

function eventOf(
  parts: readonly RunPart[],
  { kind, first, last, criteria }: Episode,
  { innerFallTo }: EventThresholds,
): CellEvent {
  const part = parts[first];
  const inside = part !== undefined && part.innerFall < innerFallTo;
  return {
    kind,
    time_s: (inside ? part.innerFallTime_s : part?.startTime_s) ?? NaN,
    halfCycle: part?.halfCycle ?? 0,
    criteria,
    halfCycles: last - first + 1,
    impedanceDecides: kind === 'suspect',
    recoveredAfter: null,
    isAtLimit: false,
  };
}

/** Runs of signs no farther apart than the window; what meets within a window decides how grave it is. */
function shortEpisodes(signs: readonly CriterionId[][], thresholds: EventThresholds): Episode[] {
  const episodes: { first: number; last: number }[] = [];
  for (const [i, criteria] of signs.entries()) {
    if (criteria.length === 0) continue;
    const open = episodes.at(-1);
    if (open && i - open.last < thresholds.window) open.last = i;
    else episodes.push({ first: i, last: i });
  }
  return episodes.map(({ first, last }) => graded(signs, first, last, thresholds.window));
}

interface Judged {
  readonly parts: readonly RunPart[];
  readonly known: CellKnowledge;
  readonly thresholds: EventThresholds;
}

function signsOf({ criteria }: EventRules, { parts, known, thresholds }: Judged): CriterionId[][] {
  const found = criteria.map(({ id, holds }) => ({ id, flags: holds(parts, known, thresholds) }));
  return parts.map((_, i) => {
    const ids = found.filter(({ flags }) => flags[i] === true).map(({ id }) => id);
    return ids.length === 1 && ids[0] === 'linear' ? [] : ids;
  });
}

function graded(signs: readonly CriterionId[][], first: number, last: number, window: number): Episode {
  const criteria = [...new Set(signs.slice(first, last + 1).flat())];
  let strongest = 0;
  for (let i = first; i <= last; i += 1)
    strongest = Math.max(strongest, evidence(signs.slice(i, i + window).flat()));
  return { kind: strongest >= 2 ? 'soft-short' : 'suspect', first, last, criteria };
}

function evidence(criteria: readonly CriterionId[]): number {
  return KINDS_OF_EVIDENCE.filter((kind) => kind.some((id) => criteria.includes(id))).length;
}

/** A cell that was never anything else may have been built so. */
function hardShort(parts: readonly RunPart[], thresholds: EventThresholds): Episode | null {
  const first = hardShortFrom(parts, thresholds);
  if (first === null) return null;
  return { kind: first === 0 ? 'suspect' : 'hard-short', first, last: parts.length - 1, criteria: [] };
}

/** Where contact was lost first; nothing where it was not. */
function lostContact(
  parts: readonly RunPart[],
  isShorted: (index: number) => boolean,
  thresholds: EventThresholds,
): CellEvent[] {
  const loss = contactLoss(
    parts.filter((_, i) => !isShorted(i)),
    thresholds,
  );
  return loss ? [{ ...plainEvent('contact-loss', loss.first, loss.parts), isAtLimit: loss.isAtLimit }] : [];
}

function recoveryOf(parts: readonly RunPart[], { first }: Episode, healed: number | null): CellEvent[] {
  const part = healed === null ? undefined : parts[healed];
  if (!part || healed === null) return [];
  return [plainEvent('recovered', part, healed - first)];
}

function plainEvent(kind: EventKind, part: RunPart, halfCycles: number): CellEvent {
  const { startTime_s: time_s, halfCycle } = part;
  return {
    ...{ kind, time_s, halfCycle, criteria: [], halfCycles },
    ...{ impedanceDecides: false, recoveredAfter: null, isAtLimit: false },
  };
}
