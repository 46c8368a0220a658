import type { EventRules } from '#core/cycling/events/eventRules.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { medianBy } from '#core/numeric/quantile.ts';

/** Parts whose resistance is that of the cell before a short. */
const BEFORE = 10;
/** So many in a row must have it back. */
const RECOVERED = 3;

export type ShortKind = 'suspect' | 'soft-short' | 'hard-short';

/** Parts from the first sign of a short to its last. */
export interface ShortEpisode {
  readonly kind: ShortKind;
  readonly first: number;
  readonly last: number;
}

export interface HealedShort<E extends ShortEpisode> {
  readonly episode: E;
  /** The part at which it was over; null = it never was, or it is no more than a suspicion. */
  readonly healed: number | null;
}

interface Run {
  readonly parts: readonly RunPart[];
  readonly thresholds: EventThresholds;
  readonly rules: EventRules;
}

/**
 * Which soft shorts were over, and when: where most of the resistance of the sound cell was back, or between unlike
 * electrodes where the signs stayed away. A part within an earlier short is no part of the sound cell.
 */
export function healedShorts<E extends ShortEpisode>(episodes: readonly E[], run: Run): HealedShort<E>[] {
  const shorts: HealedShort<E>[] = [];
  for (const episode of episodes) {
    const earlier = shorts.filter((short) => short.episode.kind === 'soft-short');
    const isSound = (index: number) =>
      earlier.every(({ episode: { first }, healed }) => index < first || index >= (healed ?? Infinity));
    shorts.push({ episode, healed: episode.kind === 'soft-short' ? healedAt(episode, isSound, run) : null });
  }
  return shorts;
}

function healedAt(
  { first, last }: ShortEpisode,
  isSound: (index: number) => boolean,
  { parts, thresholds, rules }: Run,
): number | null {
  if (!rules.hasResistance) return last + thresholds.window < parts.length ? last + 1 : null;
  const before = parts.slice(0, first).filter((_, i) => isSound(i));
  const sound_ohm = medianBy(before.slice(-BEFORE), ({ resistance_ohm }) => resistance_ohm);
  const isBack = parts.map(({ resistance_ohm }) => resistance_ohm >= thresholds.recoveredTo * sound_ohm);
  for (let i = first + 1; i + RECOVERED <= parts.length; i += 1)
    if (isBack.slice(i, i + RECOVERED).every(Boolean)) return i;
  return null;
}
