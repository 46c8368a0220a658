/** Why capacity cannot be divided by area or mass: which of the shown cells lack it. */
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import { text } from '../../text/text.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

const MOST_NAMED = 3;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? text.cycling.andMore(more) : '');
}

/** Null when nothing is missing. */
export function normalisationLack(runs: readonly CyclingRunView[], basis: CapacityBasis): string | null {
  if (basis === 'absolute') return null;
  const field = basis === 'perArea' ? 'area_cm2' : 'activeMass_mg';
  const lacking = runs.filter(({ cell }) => (cell?.[field] ?? null) === null);
  if (lacking.length === 0) return null;
  const names = [...new Set(lacking.map(({ cell, dataset }) => cell?.name ?? dataset.fileName))];
  const words = text.cycling.basisLacks[basis === 'perArea' ? 'area_cm2' : 'mass_mg'];
  return text.cycling.lackOf(words, listed(names));
}

/** The chosen basis, or per cell where the chosen one is not possible. */
export function possibleBasis(runs: readonly CyclingRunView[], basis: CapacityBasis): CapacityBasis {
  return normalisationLack(runs, basis) === null ? basis : 'absolute';
}
