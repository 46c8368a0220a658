import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { medianBefore } from '#core/numeric/medianBefore.ts';

const BEFORE = 10;

export interface ContactLoss {
  readonly first: RunPart;
  /** How many parts it shows in. */
  readonly parts: number;
  /** Its resistance had not risen so far, but the cycler's limit ended it. */
  readonly isAtLimit: boolean;
}

/**
 * Where the resistance rises to several times the median of the ten parts before, or the half cycle ended at the cycler's
 * limit; null where neither does. Parts reach 5.5 back on average: a growth is called when it is faster than about a fifth
 * in each half cycle, so that films that thicken slowly are not, however much they grow in the end.
 *
 * @param sound the parts of a run in which it was not shorted
 */
export function contactLoss(
  sound: readonly RunPart[],
  { contactLoss: rise, voltageLimit_V }: EventThresholds,
): ContactLoss | null {
  const before_ohm = medianBefore(
    Float64Array.from(sound, ({ resistance_ohm }) => resistance_ohm),
    BEFORE,
  );
  const hasRisen = sound.map(({ resistance_ohm }, i) => resistance_ohm > rise * (before_ohm[i] ?? NaN));
  const lost = sound.filter(({ last_V }, i) => hasRisen[i] === true || last_V >= voltageLimit_V);
  const [first] = lost;
  return first ? { first, parts: lost.length, isAtLimit: hasRisen[sound.indexOf(first)] !== true } : null;
}
