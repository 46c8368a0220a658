/** Size and strain of a phase as sentences: ranges, or why nothing can be told. */
import { NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import type { PhaseSize, ScherrerRange } from '#core/xrd/size/phaseSizes.ts';
import { LARGEST_SIZE_A } from '#core/xrd/size/scherrer.ts';
import type { SizeAndStrain, WilliamsonHall, WilliamsonHallOutcome } from '#core/xrd/size/williamsonHall.ts';
import { digits } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';

const words = text.diffractionPeaks.size;
const A_PER_NM = 10;
const DIGITS = 3;

const nm = (size_A: number) => digits(size_A / A_PER_NM, DIGITS);
const percent = (strain: number) => digits(100 * strain, DIGITS);

function scherrerSentence(range: ScherrerRange): string {
  if (range.kind === 'none') return words.refused[range.reason];
  if (range.kind === 'at-least') return words.atLeast[range.reason](nm(range.atLeast_A));
  const { from_A, to_A, lines, limited } = range;
  const said = Number.isFinite(to_A)
    ? words.scherrer(nm(from_A), nm(to_A), lines)
    : words.scherrerOpen(nm(from_A), lines);
  return limited === 0 ? said : `${said} ${words.limited(limited)}`;
}

type Quantity = 'size_A' | 'strain';

/** Both laws and the error of each (95 %): null where neither gives a value. */
function rangeOf(fits: readonly SizeAndStrain[], quantity: Quantity): readonly [number, number] | null {
  const ends = fits.flatMap((fit) => {
    const value = fit[quantity];
    const error = NORMAL_TWO_SIDED_95 * ((quantity === 'size_A' ? fit.sizeError_A : fit.strainError) ?? 0);
    return value === null ? [] : [Math.max(0, value - error), value + error];
  });
  return ends.length === 0 ? null : [Math.min(...ends), Math.max(...ends)];
}

/** Beyond the greatest size that a diffractometer can tell there is no upper end. */
function sizeSentence(size: readonly [number, number] | null, fits: readonly SizeAndStrain[]): string {
  const least = size?.[0] ?? Math.min(...fits.map(({ sizeAtLeast_A }) => sizeAtLeast_A));
  const lines = fits[0]?.points.length ?? 0;
  if (!size || least > LARGEST_SIZE_A) return words.williamsonHallLeast(nm(Math.min(least, LARGEST_SIZE_A)));
  return size[1] > LARGEST_SIZE_A
    ? words.williamsonHallOpen(nm(least), lines)
    : words.williamsonHall(nm(least), nm(size[1]), lines);
}

function williamsonHallSentences({ lorentz, gauss, doubts }: WilliamsonHall): readonly string[] {
  const fits = [lorentz, gauss];
  const [size, strain] = [rangeOf(fits, 'size_A'), rangeOf(fits, 'strain')];
  const strainMost = Math.max(...fits.map(({ strainAtMost }) => strainAtMost));
  return [
    sizeSentence(size, fits),
    strain ? words.strain(percent(strain[0]), percent(strain[1])) : words.strainMost(percent(strainMost)),
    ...doubts.map((doubt) => words.doubts[doubt]),
  ];
}

function outcomeSentences(outcome: WilliamsonHallOutcome | null): readonly string[] {
  if (!outcome) return [words.williamsonHallRefused['no-instrument']];
  return outcome.ok
    ? williamsonHallSentences(outcome.result)
    : [words.williamsonHallRefused[outcome.refusal]];
}

export function sizeSentences({ scherrer, williamsonHall }: PhaseSize): readonly string[] {
  return [scherrerSentence(scherrer), ...outcomeSentences(williamsonHall)];
}
