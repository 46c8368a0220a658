import type { TrendData } from '#core/cycling/trend/trendPoint.ts';
import { trendWords } from '#core/text/trendWords.ts';

/** With fewer the criterion cannot choose between models, and blocks of a bootstrap are all alike. */
export const FEWEST_POINTS = 8;

export interface TooFewPoints {
  readonly ok: false;
  readonly reason: 'too-few-points';
  readonly points: number;
  readonly excluded: number;
  readonly needed: number;
  readonly verdict: readonly string[];
}

/** The refusal, or null where there are enough points at different places. */
export function tooFewPoints(data: TrendData): TooFewPoints | null;
export function tooFewPoints(data: TrendData, needed: number): TooFewPoints;
export function tooFewPoints({ t, excluded }: TrendData, needed = FEWEST_POINTS): TooFewPoints | null {
  const points = new Set(t).size;
  if (points >= needed) return null;
  const least = Math.min(needed, FEWEST_POINTS);
  const verdict = [trendWords.tooFew({ points, excluded, needed: least })];
  return { ok: false, reason: 'too-few-points', points, excluded, needed: least, verdict };
}
