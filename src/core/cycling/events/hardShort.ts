import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { hasSameCurrent } from '#core/cycling/events/sameCurrent.ts';
import { medianBy, medianOf } from '#core/numeric/quantile.ts';

const BEFORE = 10;

/**
 * The first part of a hard short; null without one. It lasts to the end of the run: |E| leaves nothing but the leads and a
 * few mV, V/I is constant, and it fell. A voltage that is low because little current flows, or that keeps the peak or the
 * tail of a half cycle, is that of a working cell.
 */
export function hardShortFrom(parts: readonly RunPart[], thresholds: EventThresholds): number | null {
  const { hardShort_V, hardShortHalfCycles, leads_ohm } = thresholds;
  const isLow = (part: RunPart | undefined) =>
    part !== undefined && part.polarisation_V < part.current_A * leads_ohm + hardShort_V;
  let first = parts.length;
  while (first > 0 && isLow(parts[first - 1])) first -= 1;
  const low = parts.slice(first);
  if (low.length < hardShortHalfCycles || !isOhmic(low, thresholds)) return null;
  const before = parts.slice(Math.max(0, first - BEFORE), first);
  return isLowByCurrent(low, before, thresholds) ? null : first;
}

/**
 * Whether V/I is constant, in what most parts show: within a part, where both ends equal its middle, and from one part to
 * the next of its direction, for a meter may be off zero. Noise hides what is smaller than it.
 */
function isOhmic(parts: readonly RunPart[], { linear, resolution_V }: EventThresholds): boolean {
  const allowed = (part: RunPart) =>
    linear * part.polarisation_V + Math.max(part.scatter.sigma_V, resolution_V);
  const isSmall = (change_V: (part: RunPart, index: number) => number) =>
    !(medianOf(Float64Array.from(parts, (part, i) => Math.abs(change_V(part, i)) / allowed(part))) > 1);
  return (
    isSmall((part) => part.initial_V - part.polarisation_V) &&
    isSmall((part) => part.final_V - part.polarisation_V) &&
    isSmall((part, i) => part.polarisation_V - part.current_A * (parts[i - 2]?.resistance_ohm ?? NaN))
  );
}

/** Less current than before flows through no less resistance. */
function isLowByCurrent(
  low: readonly RunPart[],
  before: readonly RunPart[],
  { dropTo }: EventThresholds,
): boolean {
  const [now, then] = [low[0], before.at(-1)];
  if (!now || !then || hasSameCurrent(now, then) || now.current_A > then.current_A) return false;
  return !(medianBy(low, resistanceOf) < dropTo * medianBy(before, resistanceOf));
}

function resistanceOf({ resistance_ohm }: RunPart): number {
  return resistance_ohm;
}
