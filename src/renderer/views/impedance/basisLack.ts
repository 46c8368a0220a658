/** Why impedance cannot be given per area or per interface: which of the shown cells lack what. */
import type { Cell } from '#core/project/study.ts';
import type { ImpedanceBasis } from '#figures/impedanceScale.ts';
import { text } from '../../text/text.ts';
import { spectrumName } from './cellSpectra.ts';
import type { ChosenSpectrum } from './chosenSpectra.ts';

const MOST_NAMED = 3;
const words = text.impedance;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? words.andMore(more) : '');
}

function lacking(
  spectra: readonly ChosenSpectrum[],
  what: string,
  has: (cell: Cell | null) => boolean,
): string | null {
  const names = new Set(spectra.filter(({ cell }) => !has(cell)).map(spectrumName));
  return names.size === 0 ? null : words.lackOf(what, listed([...names]));
}

/** Null when nothing is missing. */
export function basisLack(spectra: readonly ChosenSpectrum[], basis: ImpedanceBasis): string | null {
  if (basis === 'perCell') return null;
  const area = lacking(spectra, words.basisLacks.area, (cell) => (cell?.area_cm2 ?? null) !== null);
  if (area !== null || basis === 'perArea') return area;
  return lacking(spectra, words.basisLacks.symmetric, (cell) => cell?.kind === 'symmetric');
}

/** The chosen basis, or the next that is possible: per interface, per area, per cell. */
export function possibleBasis(spectra: readonly ChosenSpectrum[], basis: ImpedanceBasis): ImpedanceBasis {
  const order = basis === 'perInterface' ? (['perInterface', 'perArea'] as const) : [basis];
  return order.find((candidate) => basisLack(spectra, candidate) === null) ?? 'perCell';
}
