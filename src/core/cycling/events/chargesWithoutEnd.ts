import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { FullCellCharge, Passed } from '#core/cycling/events/fullCellCharges.ts';
import { turnsNoisy } from '#core/cycling/events/turnsNoisy.ts';
import { isSameCurrent } from '#core/cycling/sameCurrent.ts';
import { medianBy } from '#core/numeric/quantile.ts';

/** Charges before that tell whether there is a voltage at which they end. */
const ENDED = 3;
/** A charge that takes no more than the one before was ended by its capacity, not kept from its end. */
const MORE = 1.01;

/**
 * Charge goes somewhere else than into the electrodes: a charge takes more than the one before it and than the discharge
 * between, gives little back and is noisy, or stays below the voltage at which those before it ended. A redox shuttle does
 * the first and the last as well, so that they alone are no more than a suspicion.
 */
export function chargesWithoutEnd(charges: readonly FullCellCharge[]): Criterion {
  return (parts, known, thresholds) => {
    const isNoisy = turnsNoisy(parts, known, thresholds);
    const noisy = new Set(parts.filter((_, i) => isNoisy[i] === true).map(({ halfCycle }) => halfCycle));
    const strange = charges.filter(
      (charge, k) =>
        isOvercharged(charges, k, thresholds) ||
        (noisy.has(charge.halfCycle) && isLossy(charge, thresholds)) ||
        isEndless(charges, k, thresholds),
    );
    const halfCycles = new Set(strange.map(({ halfCycle }) => halfCycle));
    return parts.map(({ halfCycle }) => halfCycles.has(halfCycle));
  };
}

/** By how much a charge exceeds both what went in before and what came out since; NaN where they do not compare. */
function excess(charges: readonly FullCellCharge[], place: number): number {
  const [now, previous] = [charges[place], charges[place - 1]];
  if (!now?.before || !previous || !isComparable(now, previous) || now.before.isInterrupted) return NaN;
  return now.capacity_mAh / Math.max(previous.capacity_mAh, now.before.capacity_mAh);
}

function isComparable(a: Passed, b: Passed): boolean {
  return !a.isInterrupted && !b.isInterrupted && isSameCurrent(a.current_mA, b.current_mA);
}

function isOvercharged(
  charges: readonly FullCellCharge[],
  place: number,
  { overcharge }: EventThresholds,
): boolean {
  return excess(charges, place) > 1 + overcharge;
}

function isLossy({ capacity_mAh, after, isInterrupted }: FullCellCharge, { lossyCharge }: EventThresholds) {
  if (!after || isInterrupted || after.isInterrupted) return false;
  return after.capacity_mAh < lossyCharge * capacity_mAh;
}

/** The charges before it must have ended at one voltage, or there is no cut-off to be missed. */
function isEndless(
  charges: readonly FullCellCharge[],
  place: number,
  { endlessCharge }: EventThresholds,
): boolean {
  const now = charges[place];
  const earlier = charges.slice(Math.max(0, place - ENDED), place).filter((each) => !each.isInterrupted);
  if (!now || earlier.length < ENDED || !(excess(charges, place) > MORE)) return false;
  const ends_V = earlier.map(({ end_V }) => end_V);
  const usual_V = medianBy(earlier, ({ end_V }) => end_V);
  const least_V = endlessCharge * (usual_V - medianBy(earlier, ({ before }) => before?.end_V ?? NaN));
  if (!(Math.max(...ends_V) - Math.min(...ends_V) < least_V)) return false;
  return now.end_V < usual_V - least_V;
}
