/** The linear system of a DRT: weighted design, normal equations and penalty, all relative to one resistance. */
import { createKernel, drtGrid, penaltyBand, type DrtGrid } from '#core/eis/drtBasis.ts';
import type { DrtBasis } from '#core/eis/drtResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

export interface DrtSystem {
  readonly grid: DrtGrid;
  readonly basis: DrtBasis;
  /** Unknowns: one weight a grid node, then R∞, L and, if it is asked for, 1/C. */
  readonly unknowns: number;
  /** Real and imaginary rows together. */
  readonly rows: number;
  /** Column by column, each divided by |Z|. */
  readonly design: Float64Array;
  readonly data: Float64Array;
  /** AᵀA and Aᵀz of the weighted, scaled system. */
  readonly gram: Float64Array;
  readonly linear: Float64Array;
  readonly band: Float64Array;
  /** What a weight of one stands for. */
  readonly scale_ohm: number;
  readonly omegaMax: number;
  readonly omegaMin: number;
  readonly hasCapacitance: boolean;
}

export interface DrtSystemOptions {
  readonly basis: DrtBasis;
  readonly derivative: 1 | 2;
  readonly pointsPerDecade: number;
  readonly hasCapacitance: boolean;
}

const DECADES_BEYOND = 1;

export function drtSystem(spectrum: Spectrum, options: DrtSystemOptions): DrtSystem {
  const { frequency_Hz, zRe_ohm, zIm_ohm } = spectrum;
  const grid = drtGrid(frequency_Hz, {
    pointsPerDecade: options.pointsPerDecade,
    decadesBeyond: DECADES_BEYOND,
  });
  const scale_ohm = resistanceScale(spectrum);
  const points = frequency_Hz.length;
  const rows = 2 * points;
  const weights = zRe_ohm.map((re, k) => scale_ohm / Math.hypot(re, zIm_ohm[k] ?? NaN));
  const design = designColumns(frequency_Hz, grid, options);
  const unknowns = design.length / rows;
  for (let i = 0; i < design.length; i += 1) design[i] = (design[i] ?? NaN) * (weights[i % points] ?? NaN);
  const data = Float64Array.from({ length: rows }, (_, r) => {
    const value = r < points ? zRe_ohm[r] : zIm_ohm[r - points];
    return ((value ?? NaN) / scale_ohm) * (weights[r % points] ?? NaN);
  });
  return {
    grid,
    basis: options.basis,
    unknowns,
    rows,
    design,
    data,
    ...normalEquations(design, data, unknowns),
    band: penaltyBand(options.basis, grid.step, options.derivative),
    scale_ohm,
    ...angularLimits(frequency_Hz),
    hasCapacitance: options.hasCapacitance,
  };
}

/** The spread of Z' as a first idea of the polarisation resistance; never below a thousandth of |Z|. */
function resistanceScale({ zRe_ohm, zIm_ohm }: Spectrum): number {
  const largest = zRe_ohm.reduce((most, re, k) => Math.max(most, Math.hypot(re, zIm_ohm[k] ?? NaN)), 0);
  const spread = zRe_ohm.reduce((a, b) => Math.max(a, b)) - zRe_ohm.reduce((a, b) => Math.min(a, b));
  return Math.max(spread, 1e-3 * largest);
}

function angularLimits(frequency_Hz: Float64Array): { omegaMin: number; omegaMax: number } {
  return {
    omegaMin: 2 * Math.PI * frequency_Hz.reduce((a, b) => Math.min(a, b)),
    omegaMax: 2 * Math.PI * frequency_Hz.reduce((a, b) => Math.max(a, b)),
  };
}

/** The basis functions, R∞, L (1 at the highest frequency) and 1/C (1 at the lowest). */
function designColumns(frequency_Hz: Float64Array, grid: DrtGrid, options: DrtSystemOptions): Float64Array {
  const points = frequency_Hz.length;
  const rows = 2 * points;
  const nodes = grid.tau_s.length;
  const omega = frequency_Hz.map((f) => 2 * Math.PI * f);
  const { omegaMin, omegaMax } = angularLimits(frequency_Hz);
  const design = new Float64Array((nodes + (options.hasCapacitance ? 3 : 2)) * rows);
  const fillKernel = createKernel(options.basis, grid.step);
  grid.tau_s.forEach((tau_s, m) => {
    fillKernel(omega, tau_s, design, m * rows);
  });
  design.fill(1, nodes * rows, nodes * rows + points);
  design.set(
    omega.map((w) => w / omegaMax),
    (nodes + 1) * rows + points,
  );
  if (options.hasCapacitance) {
    design.set(
      omega.map((w) => -omegaMin / w),
      (nodes + 2) * rows + points,
    );
  }
  return design;
}

function normalEquations(
  design: Float64Array,
  data: Float64Array,
  unknowns: number,
): { gram: Float64Array; linear: Float64Array } {
  const gram = new Float64Array(unknowns * unknowns);
  const linear = new Float64Array(unknowns);
  const rows = data.length;
  for (let i = 0; i < unknowns; i += 1) {
    linear[i] = dot(design.subarray(i * rows, (i + 1) * rows), data, 0);
    const column = design.subarray(i * rows, (i + 1) * rows);
    for (let j = 0; j <= i; j += 1) {
      const value = dot(column, design, j * rows);
      gram[i * unknowns + j] = value;
      gram[j * unknowns + i] = value;
    }
  }
  return { gram, linear };
}

function dot(a: Float64Array, b: Float64Array, offset: number): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < a.length; k += 2) {
    even += (a[k] ?? NaN) * (b[offset + k] ?? NaN);
    odd += (a[k + 1] ?? NaN) * (b[offset + k + 1] ?? NaN);
  }
  return k < a.length ? even + odd + (a[k] ?? NaN) * (b[offset + k] ?? NaN) : even + odd;
}
