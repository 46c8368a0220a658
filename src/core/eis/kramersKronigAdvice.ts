/** Which points to drop from a spectrum that is not valid: found by testing what is left, never by smoothing. */
import {
  FEWEST_TESTED_POINTS,
  NO_ADVICE,
  testKramersKronig,
  type KramersKronigOptions,
  type KramersKronigVerdict,
} from '#core/eis/kramersKronig.ts';
import type { KramersKronig, KramersKronigAdvice } from '#core/eis/kramersKronigResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { medianOf } from '#core/numeric/quantile.ts';
import { kramersKronigWords } from '#core/text/kramersKronigWords.ts';

/** At most this share of the points is dropped at one end, and this share as outliers. */
const MOST_AT_AN_END = 0.4;
const MOST_OUTLIERS = 0.1;
/** Residual in units of the median one from which a point is an outlier. */
const OUTLIER = 6;

/** The test with its advice; null when there are too few points. */
export function kramersKronig(spectrum: Spectrum, options: KramersKronigOptions = {}): KramersKronig | null {
  const verdict = testKramersKronig(spectrum, options);
  return verdict && { ...verdict, advice: verdict.valid ? NO_ADVICE : adviceFor(spectrum, verdict, options) };
}

function adviceFor(
  spectrum: Spectrum,
  verdict: KramersKronigVerdict,
  options: KramersKronigOptions,
): KramersKronigAdvice {
  const isValidWithout = (points: readonly number[]) =>
    testKramersKronig(without(spectrum, points), options)?.valid === true;
  const single = outliersOf(verdict);
  if (single.length > 0 && isValidWithout(single)) return described('drop-points', spectrum, single);
  const ends = (['drop-low', 'drop-high'] as const)
    .map((code) => ({ code, points: shortestEnd(spectrum, code, isValidWithout) }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => a.points.length - b.points.length);
  const [best] = ends;
  return best ? described(best.code, spectrum, best.points) : described('repeat', spectrum, []);
}

function described(
  code: Exclude<KramersKronigAdvice['code'], 'none'>,
  { frequency_Hz }: Spectrum,
  points: readonly number[],
): KramersKronigAdvice {
  return {
    code,
    points,
    detail: kramersKronigWords.dropAdvice(
      code,
      points.map((k) => frequency_Hz[k] ?? NaN),
    ),
  };
}

function without({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum, points: readonly number[]): Spectrum {
  const dropped = new Set(points);
  const keep = (_: number, k: number) => !dropped.has(k);
  return {
    frequency_Hz: frequency_Hz.filter(keep),
    zRe_ohm: zRe_ohm.filter(keep),
    zIm_ohm: zIm_ohm.filter(keep),
  };
}

/** Points whose residual stands far out; none when they are many. */
function outliersOf({ residualRe, residualIm }: KramersKronigVerdict): readonly number[] {
  const size = residualRe.map((re, k) => Math.hypot(re, residualIm[k] ?? NaN));
  const typical = medianOf(size);
  const found = [...size.keys()].filter((k) => (size[k] ?? 0) > OUTLIER * typical);
  return found.length <= MOST_OUTLIERS * size.length ? found : [];
}

/** The fewest points at one end without which the rest is valid: steps that grow by a third. */
function shortestEnd(
  { frequency_Hz }: Spectrum,
  end: 'drop-low' | 'drop-high',
  isValidWithout: (points: readonly number[]) => boolean,
): readonly number[] {
  const sign = end === 'drop-low' ? 1 : -1;
  const order = [...frequency_Hz.keys()].sort(
    (a, b) => sign * ((frequency_Hz[a] ?? 0) - (frequency_Hz[b] ?? 0)),
  );
  const most = Math.min(MOST_AT_AN_END * order.length, order.length - FEWEST_TESTED_POINTS);
  for (let count = 1; count <= most; count += Math.max(1, Math.floor(count / 3))) {
    const points = order.slice(0, count);
    if (isValidWithout(points)) return points;
  }
  return [];
}
