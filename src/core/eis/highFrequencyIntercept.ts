/** Where a spectrum meets the real axis at high frequency, and whether that fell as it does when a cell shorts. */
import type { UncertainValue } from '#core/eis/interfaceResistance.ts';
import { scatterAlong } from '#core/eis/localScatter.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

/**
 * `crossing`: between an inductive and a capacitive point. `straight-line`: the fastest points near the real axis,
 * lengthened to it. `least-real-part`: the least Z' of the fastest points, because a faster arc begins above them: the
 * intercept lies somewhere below.
 */
export type InterceptWay = 'crossing' | 'straight-line' | 'least-real-part';

export interface HighFrequencyIntercept {
  readonly value_ohm: number;
  /** Null with too few points to tell the scatter. Of a `least-real-part` it is that of the reading alone. */
  readonly standardError_ohm: number | null;
  readonly way: InterceptWay;
  /** The spectrum does not cross the real axis. */
  readonly isExtrapolated: boolean;
  /** The value is the most that the intercept can be. */
  readonly isUpperLimit: boolean;
}

/** Points at the fast end over which scatter and slope are taken. */
const FASTEST = 7;
/** A straight line is lengthened only from points closer to the axis than this share of Z'. */
const NEAR_THE_AXIS = 0.1;
/** A fall by more than this share of the first value may be a short. */
const SUSPICIOUS_FALL = 0.2;

/** By falling frequency. */
interface FastEnd {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly lnFrequency: Float64Array;
}

/** Null without points. The sweep may be in any order. */
export function highFrequencyIntercept(spectrum: Spectrum): HighFrequencyIntercept | null {
  const sorted = byFallingFrequency(spectrum);
  if (sorted.re.length === 0) return null;
  const { im } = sorted;
  let capacitive = 0;
  while (capacitive < im.length && (im[capacitive] ?? NaN) > 0) capacitive += 1;
  if (capacitive > 0 && capacitive < im.length) return crossing(sorted, capacitive);
  return straightLine(sorted) ?? leastRealPart(sorted);
}

function byFallingFrequency({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum): FastEnd {
  const order = [...frequency_Hz.keys()].sort((a, b) => (frequency_Hz[b] ?? NaN) - (frequency_Hz[a] ?? NaN));
  const sorted = (values: Float64Array) => Float64Array.from(order, (k) => values[k] ?? NaN);
  return { re: sorted(zRe_ohm), im: sorted(zIm_ohm), lnFrequency: sorted(frequency_Hz).map(Math.log) };
}

/** Linear between the two points; their scatter acts along Z' and, through the slope, along Z''. */
function crossing(sorted: FastEnd, at: number): HighFrequencyIntercept {
  const [re, im] = [valuesOf(sorted.re), valuesOf(sorted.im)];
  const share = im(at - 1) / (im(at - 1) - im(at));
  const step = re(at) - re(at - 1);
  const slope = step / (im(at) - im(at - 1));
  const scatter = scatterFrom(sorted, at - (FASTEST >> 1));
  return {
    value_ohm: re(at - 1) + share * step,
    standardError_ohm: scatter && scatter * Math.hypot(share, 1 - share) * Math.hypot(1, slope),
    way: 'crossing',
    isExtrapolated: false,
    isUpperLimit: false,
  };
}

/**
 * A capacitive end that approaches the axis: an arc with a constant phase element leaves it along a straight line. How
 * far the true curve bends from that is not in the data: the intercept is taken to be anywhere between the end point and
 * twice the distance that was added (standard deviation distance/√3), besides the scatter of the points.
 */
function straightLine(sorted: FastEnd): HighFrequencyIntercept | null {
  if (!approachesAxis(sorted)) return null;
  const [re, im] = [valuesOf(sorted.re), valuesOf(sorted.im)];
  const slope = (re(2) - re(0)) / (im(2) - im(0));
  const added = im(0) * slope;
  const lever = im(0) / (im(0) - im(2));
  const scatter = scatterFrom(sorted, 0);
  const noise = scatter && scatter * Math.hypot(1 + lever, lever) * Math.hypot(1, slope);
  return {
    value_ohm: re(0) - added,
    standardError_ohm: noise === null ? null : Math.hypot(noise, added / Math.sqrt(3)),
    way: 'straight-line',
    isExtrapolated: true,
    isUpperLimit: false,
  };
}

/** The three fastest points move towards the axis, the first is close to it. */
function approachesAxis({ re, im }: FastEnd): boolean {
  const [re0 = NaN, , re2 = NaN] = re;
  const [im0 = NaN, im1 = NaN, im2 = NaN] = im;
  return im0 <= 0 && im0 > im1 && im1 > im2 && re0 < re2 && -im0 <= NEAR_THE_AXIS * re0;
}

function leastRealPart(sorted: FastEnd): HighFrequencyIntercept {
  return {
    value_ohm: sorted.re.subarray(0, FASTEST).reduce((least, value) => Math.min(least, value)),
    standardError_ohm: scatterFrom(sorted, 0),
    way: 'least-real-part',
    isExtrapolated: true,
    isUpperLimit: true,
  };
}

const valuesOf = (values: Float64Array) => (at: number) => values[at] ?? NaN;

/** Ω; of a reading, from both parts together over the points from `start` on. */
function scatterFrom({ re, im, lnFrequency }: FastEnd, start: number): number | null {
  const from = Math.max(0, Math.min(start, re.length - FASTEST));
  const part = (values: Float64Array) => values.subarray(from, from + FASTEST);
  const along = part(lnFrequency);
  const [ofRe, ofIm] = [scatterAlong(along, part(re)), scatterAlong(along, part(im))];
  return ofRe === null || ofIm === null ? null : Math.hypot(ofRe, ofIm) / Math.SQRT2;
}

export interface InterceptFall {
  /** 0.4 = fell by 40 %. */
  readonly share: UncertainValue;
  readonly isPossibleShort: boolean;
}

/** How far the intercept of a cell fell since the first spectrum; errors of the two are independent. */
export function interceptFall(first: HighFrequencyIntercept, later: HighFrequencyIntercept): InterceptFall {
  const ratio = later.value_ohm / first.value_ohm;
  const relative = ({ value_ohm, standardError_ohm }: HighFrequencyIntercept) =>
    (standardError_ohm ?? NaN) / value_ohm;
  return {
    share: {
      value: 1 - ratio,
      standardError: Math.abs(ratio) * Math.hypot(relative(first), relative(later)),
    },
    isPossibleShort: isPossibleShort(first.value_ohm, later.value_ohm),
  };
}

/** True when the intercept of a cell fell by more than 20 %: metal may bridge the electrolyte. */
export function isPossibleShort(pristine_ohm: number, later_ohm: number): boolean {
  return later_ohm < (1 - SUSPICIOUS_FALL) * pristine_ohm;
}
