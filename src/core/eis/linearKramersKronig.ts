/**
 * One fit of the linear Kramers-Kronig test: Z = R + Σ Rk/(1 + jωτk) + jωL [+ 1/(jωC)], τ log-even between 1/ω_max and
 * 1/ω_min, weighted by 1/|Z| (Boukamp, J. Electrochem. Soc. 142 (1995) 1885). An admittance is fitted with
 * Y = G + Σ Gk jωτk/(1 + jωτk) + jωC [+ 1/(jωL)], whose branches are positive for resistors with capacitors.
 */
import type { Immittance, KramersKronigFit } from '#core/eis/kramersKronigResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { linearLeastSquares } from '#core/numeric/linearLeastSquares.ts';

export interface LinearFitOptions {
  readonly rcCount: number;
  readonly fit: KramersKronigFit;
  readonly representation: Immittance;
  /** 1/(jωC) of an impedance, 1/(jωL) of an admittance. */
  readonly lowFrequencyTerm: boolean;
}

export interface LinearFit {
  readonly rcCount: number;
  /** 1 − Σ|R<0| / Σ|R≥0|; Schönleber et al., Electrochim. Acta 131 (2014) 20. */
  readonly mu: number;
  /** Sum of |dZ|²/|Z|² over all points, of both parts whichever was fitted. */
  readonly chiSquared: number;
  /** (Z − Zfit)/|Z|. */
  readonly residualRe: Float64Array;
  readonly residualIm: Float64Array;
}

/** The immittance that is fitted. */
interface Data {
  readonly omega: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly size: Float64Array;
}

function dataOf({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum, representation: Immittance): Data {
  const omega = frequency_Hz.map((f) => 2 * Math.PI * f);
  const modulus = zRe_ohm.map((re, k) => Math.hypot(re, zIm_ohm[k] ?? NaN));
  if (representation === 'impedance') return { omega, re: zRe_ohm, im: zIm_ohm, size: modulus };
  return {
    omega,
    re: zRe_ohm.map((re, k) => re / (modulus[k] ?? NaN) ** 2),
    im: zIm_ohm.map((im, k) => -im / (modulus[k] ?? NaN) ** 2),
    size: modulus.map((value) => 1 / value),
  };
}

/** All columns, real rows above imaginary ones, weighted: RC elements, then R, L and, if wanted, C. */
function designOf({ omega, size }: Data, options: LinearFitOptions): Float64Array {
  const { rcCount, representation, lowFrequencyTerm } = options;
  const n = omega.length;
  const longest = 1 / omega.reduce((a, b) => Math.min(a, b));
  const shortest = 1 / omega.reduce((a, b) => Math.max(a, b));
  const design = new Float64Array((rcCount + (lowFrequencyTerm ? 3 : 2)) * 2 * n);
  for (let m = 0; m < rcCount; m += 1) {
    const tau = shortest * (longest / shortest) ** (m / (rcCount - 1));
    fillBranch(design.subarray(m * 2 * n, (m + 1) * 2 * n), omega, tau, representation);
  }
  const end = rcCount * 2 * n;
  design.fill(1, end, end + n);
  for (let k = 0; k < n; k += 1) {
    const w = omega[k] ?? NaN;
    design[end + 3 * n + k] = w * shortest;
    if (lowFrequencyTerm) design[end + 5 * n + k] = -1 / (w * longest);
  }
  for (let i = 0; i < design.length; i += 1) design[i] = (design[i] ?? NaN) / (size[i % n] ?? NaN);
  return design;
}

function fillBranch(
  column: Float64Array,
  omega: Float64Array,
  tau: number,
  representation: Immittance,
): void {
  const n = omega.length;
  for (let k = 0; k < n; k += 1) {
    const x = (omega[k] ?? NaN) * tau;
    const share = 1 / (1 + x * x);
    column[k] = representation === 'impedance' ? share : x * x * share;
    column[n + k] = representation === 'impedance' ? -x * share : x * share;
  }
}

/** The same columns with the rows of one part only; columns that are empty there are left out, with their indexes. */
function partOf(
  design: Float64Array,
  n: number,
  fit: KramersKronigFit,
): { part: Float64Array; kept: readonly number[] } {
  const count = design.length / (2 * n);
  if (fit === 'complex') return { part: design.slice(), kept: Array.from({ length: count }, (_, j) => j) };
  const offset = fit === 'real' ? 0 : n;
  const columns = Array.from({ length: count }, (_, j) =>
    design.subarray(j * 2 * n + offset, j * 2 * n + offset + n),
  );
  const kept = [...columns.keys()].filter((j) => columns[j]?.some((value) => value !== 0));
  const part = new Float64Array(kept.length * n);
  kept.forEach((j, i) => {
    part.set(columns[j] ?? [], i * n);
  });
  return { part, kept };
}

/**
 * The fit with `rcCount` elements (at least two); a real or imaginary fit then adjusts what only the other part knows
 * (L and C, or R) and predicts that part. Null when there are more unknowns than values.
 */
export function linearKramersKronig(spectrum: Spectrum, options: LinearFitOptions): LinearFit | null {
  const data = dataOf(spectrum, options.representation);
  const n = data.omega.length;
  const design = designOf(data, options);
  const residual = Float64Array.from({ length: 2 * n }, (_, r) => {
    const value = r < n ? data.re[r] : data.im[r - n];
    return (value ?? NaN) / (data.size[r % n] ?? NaN);
  });
  const system = {
    design,
    residual,
    x: new Float64Array(design.length / (2 * n)),
    isFound: new Set<number>(),
  };
  for (const stage of stagesOf(options.fit)) if (!fitPart(system, stage)) return null;
  const mu = muOf(system.x.subarray(0, options.rcCount));
  return { rcCount: options.rcCount, mu, ...residualsOf(data, residual, options) };
}

function stagesOf(fit: KramersKronigFit): readonly KramersKronigFit[] {
  if (fit === 'complex') return ['complex'];
  return fit === 'real' ? ['real', 'imaginary'] : ['imaginary', 'real'];
}

interface System {
  readonly design: Float64Array;
  /** Overwritten: what the unknowns found so far leave. */
  readonly residual: Float64Array;
  readonly x: Float64Array;
  readonly isFound: Set<number>;
}

/** Fits the unknowns that are still open to one part; false when that part has too few values. */
function fitPart({ design, residual, x, isFound }: System, stage: KramersKronigFit): boolean {
  const n = residual.length / 2;
  const { part, kept } = partOf(design, n, stage);
  const open = kept.flatMap((j, i) => (isFound.has(j) ? [] : [{ j, i }]));
  const rows = stage === 'complex' ? 2 * n : n;
  if (open.length > rows) return false;
  const columns = new Float64Array(open.length * rows);
  open.forEach(({ i }, at) => {
    columns.set(part.subarray(i * rows, (i + 1) * rows), at * rows);
  });
  const from = stage === 'imaginary' ? n : 0;
  const solution = linearLeastSquares(columns, residual.slice(from, from + rows));
  open.forEach(({ j }, at) => {
    isFound.add(j);
    x[j] = solution[at] ?? NaN;
    subtract(residual, design, j, solution[at] ?? NaN);
  });
  return true;
}

function subtract(residual: Float64Array, design: Float64Array, column: number, value: number): void {
  const rows = residual.length;
  for (let r = 0; r < rows; r += 1)
    residual[r] = (residual[r] ?? NaN) - value * (design[column * rows + r] ?? NaN);
}

function muOf(resistances: Float64Array): number {
  let negative = 0;
  let positive = 0;
  for (const value of resistances) {
    if (value < 0) negative -= value;
    else positive += value;
  }
  return positive > 0 ? 1 - negative / positive : 0;
}

/** Residuals of Z; those of an admittance become those of 1/Y. */
function residualsOf(
  { re, im, size }: Data,
  residual: Float64Array,
  { representation }: LinearFitOptions,
): Omit<LinearFit, 'rcCount' | 'mu'> {
  const n = re.length;
  const residualRe = residual.slice(0, n);
  const residualIm = residual.slice(n);
  if (representation === 'admittance') {
    for (let k = 0; k < n; k += 1) {
      const y = { re: (re[k] ?? NaN) / (size[k] ?? NaN), im: (im[k] ?? NaN) / (size[k] ?? NaN) };
      const fitted = { re: y.re - (residualRe[k] ?? NaN), im: y.im - (residualIm[k] ?? NaN) };
      const square = fitted.re ** 2 + fitted.im ** 2;
      // |y| = 1, so Z/|Z| is its conjugate.
      residualRe[k] = y.re - fitted.re / square;
      residualIm[k] = -y.im + fitted.im / square;
    }
  }
  const chiSquared = residualRe.reduce((sum, value, k) => sum + value ** 2 + (residualIm[k] ?? NaN) ** 2, 0);
  return { chiSquared, residualRe, residualIm };
}
