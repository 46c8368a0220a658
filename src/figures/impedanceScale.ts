/** In which unit impedance is shown: per cell, per area, or per interface of a symmetric cell. */
import { impedanceFigureWords } from '#core/text/impedanceFigureWords.ts';
import type { CellSpectrum } from '#figures/cellSpectrum.ts';

/**
 * `perArea` is Z·A. `perInterface` is Z·A/2: a symmetric cell has two equal interfaces in series, and area specific
 * resistances are given for one of them.
 */
export type ImpedanceBasis = 'perCell' | 'perArea' | 'perInterface';

export interface ImpedanceScale {
  readonly unit: string;
  /** Shown value of one ohm of that spectrum. */
  readonly factorOf: (spectrum: Pick<CellSpectrum, 'area_cm2'>) => number;
  readonly notes: readonly string[];
}

const PREFIXES = [
  [1e6, 'M'],
  [1e3, 'k'],
  [1, ''],
  [1e-3, 'm'],
] as const;
/** Numbers up to this have no prefix yet. */
const LONGEST = 10;

/** Ohm, or ohm·cm² where the basis says so. */
export function basisFactor(basis: ImpedanceBasis, area_cm2: number | null): number {
  if (basis === 'perCell') return 1;
  return (area_cm2 ?? NaN) * (basis === 'perInterface' ? 0.5 : 1);
}

function largest(spectra: readonly CellSpectrum[], basis: ImpedanceBasis): number {
  let most = 0;
  for (const { points, area_cm2 } of spectra) {
    const factor = basisFactor(basis, area_cm2);
    points.zRe_ohm.forEach((re, k) => {
      const modulus = Math.hypot(re, points.zIm_ohm[k] ?? 0) * factor;
      if (modulus > most) most = modulus;
    });
  }
  return most;
}

export function impedanceScale(spectra: readonly CellSpectrum[], basis: ImpedanceBasis): ImpedanceScale {
  const most = largest(spectra, basis);
  const [size, prefix] = PREFIXES.find(([at]) => most >= at * (at > 1 ? LONGEST : 1)) ?? [1e-3, 'm'];
  return {
    unit: `${prefix}Ω${basis === 'perCell' ? '' : ' cm²'}`,
    factorOf: ({ area_cm2 }) => basisFactor(basis, area_cm2) / size,
    notes: basis === 'perCell' ? [] : [impedanceFigureWords[basis]],
  };
}
