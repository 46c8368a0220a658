/** Peaks of a distribution: what lies between two minima, without the ripples that limited resolution makes. */
import type { DrtPeak } from '#core/eis/drtResult.ts';

/** A minimum above this share of the lower of its two maxima does not separate them. */
const SHALLOW = 0.3;
/** A maximum below this share of a neighbour closer than the resolution is the neighbour's ripple. */
const RIPPLE = 0.5;
const RIPPLE_REACH = 1.3;
/** So are the lobes beside a sharp peak, farther away and much lower. */
const LOBE = 0.1;
const LOBE_REACH = 2.5;
/** Areas below this share of the whole, or below the noise, are not reported. */
const SMALLEST_AREA = 0.005;
/** A maximum farther outside the measured time constants (ln τ) belongs to a tail, not to a peak. */
const OUTSIDE = Math.log(2);

export interface Distribution {
  readonly tau_s: Float64Array;
  readonly gamma_ohm: Float64Array;
}

export interface PeakOptions {
  /** Relative noise of the impedance. */
  readonly noise: number;
  readonly shortestTau_s: number;
  readonly longestTau_s: number;
}

interface Hill {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  /** Maxima that were joined into this one, first and last. */
  readonly firstTop: number;
  readonly lastTop: number;
}

/**
 * Distance in ln τ below which two features cannot be told apart: the transform of the kernel falls as
 * exp(−π|k|/2) and drowns in the noise beyond k = (2/π) ln(1/noise); one period of that wave.
 */
export function resolution(noise: number): number {
  const bounded = Math.min(0.1, Math.max(1e-5, noise));
  return Math.PI ** 2 / Math.log(1 / bounded);
}

export function drtPeaks(distribution: Distribution, options: PeakOptions): readonly DrtPeak[] {
  const { gamma_ohm, tau_s } = distribution;
  const step = Math.log((tau_s[1] ?? NaN) / (tau_s[0] ?? NaN));
  const isTail = ({ top }: Hill) => {
    const lnTau = Math.log(tau_s[top] ?? NaN);
    return (
      lnTau < Math.log(options.shortestTau_s) - OUTSIDE || lnTau > Math.log(options.longestTau_s) + OUTSIDE
    );
  };
  const resolved = resolution(options.noise) / step;
  const hills = joined(gamma_ohm, (a, b) => !isTail(a) && !isTail(b) && belong(gamma_ohm, resolved, a, b));
  const smallest = Math.max(SMALLEST_AREA, options.noise) * area(gamma_ohm, 0, gamma_ohm.length - 1) * step;
  return hills
    .filter((hill) => !isTail(hill))
    .map((hill) => peakOf(distribution, hill, step))
    .filter(({ r_ohm }) => r_ohm > smallest);
}

function hillsOf(gamma: Float64Array): Hill[] {
  const last = gamma.length - 1;
  const minima = [0];
  for (let k = 1; k < last; k += 1) {
    const value = gamma[k] ?? 0;
    if (value <= (gamma[k - 1] ?? 0) && value < (gamma[k + 1] ?? 0)) minima.push(k);
  }
  const ends = [...minima.slice(1), last];
  return minima.map((from, i) => {
    const to = ends[i] ?? last;
    const top = topBetween(gamma, from, to);
    return { from, to, top, firstTop: top, lastTop: top };
  });
}

function topBetween(gamma: Float64Array, from: number, to: number): number {
  let top = from;
  for (let k = from; k <= to; k += 1) if ((gamma[k] ?? 0) > (gamma[top] ?? 0)) top = k;
  return top;
}

/** Joins the closest neighbours that belong together, until none do. */
function joined(gamma: Float64Array, belongTogether: (a: Hill, b: Hill) => boolean): readonly Hill[] {
  const left = hillsOf(gamma);
  for (;;) {
    let closest = -1;
    let gap = Infinity;
    for (const [i, a] of left.entries()) {
      const b = left[i + 1];
      if (!b || b.firstTop - a.lastTop >= gap || !belongTogether(a, b)) continue;
      closest = i;
      gap = b.firstTop - a.lastTop;
    }
    const [a, b] = [left[closest], left[closest + 1]];
    if (!a || !b) return left;
    left.splice(closest, 2, joinedPair(gamma, a, b));
  }
}

function joinedPair(gamma: Float64Array, a: Hill, b: Hill): Hill {
  const top = (gamma[a.top] ?? 0) >= (gamma[b.top] ?? 0) ? a.top : b.top;
  return { from: a.from, to: b.to, top, firstTop: a.firstTop, lastTop: b.lastTop };
}

function belong(gamma: Float64Array, resolved: number, a: Hill, b: Hill): boolean {
  const heights = [gamma[a.top] ?? 0, gamma[b.top] ?? 0];
  const lower = Math.min(...heights);
  const isShallow = (gamma[a.to] ?? 0) > SHALLOW * lower;
  const apart = (b.firstTop - a.lastTop) / resolved;
  const share = lower / Math.max(...heights);
  const isRipple = (share < RIPPLE && apart <= RIPPLE_REACH) || (share < LOBE && apart <= LOBE_REACH);
  return isShallow || isRipple;
}

function area(gamma: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k <= to; k += 1) sum += gamma[k] ?? 0;
  return sum - ((gamma[from] ?? 0) + (gamma[to] ?? 0)) / 2;
}

function peakOf({ tau_s, gamma_ohm }: Distribution, { from, to, top }: Hill, step: number): DrtPeak {
  const r_ohm = area(gamma_ohm, from, to) * step;
  const tau = (tau_s[top] ?? NaN) * Math.exp(step * vertexShift(gamma_ohm, top));
  return { tau_s: tau, r_ohm, c_F: tau / r_ohm, height_ohm: gamma_ohm[top] ?? NaN };
}

/** Where the parabola through the top and its neighbours has its vertex, in steps from the top. */
function vertexShift(gamma: Float64Array, top: number): number {
  const left = gamma[top - 1];
  const right = gamma[top + 1];
  const middle = gamma[top] ?? NaN;
  if (left === undefined || right === undefined) return 0;
  const bend = left - 2 * middle + right;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (left - right) / 2 / bend)) : 0;
}
