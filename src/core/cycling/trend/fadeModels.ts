/**
 * Models of a capacity that falls with the cycle number n, t = n − n₀ from the first point: linear Q₀ − k t, square root
 * Q₀ − k √t (a layer that grows by diffusion), power Q₀ − k t^p, exponential Q₀ exp(−t/τ) (the same share lost in every
 * cycle) and two lines that meet at a knee.
 */
import { extentOf, gapMiddles, geometricSeries } from '#core/cycling/trend/shapeCandidates.ts';
import {
  CONSTANT_TERM,
  negated,
  type ParameterKind,
  type TrendModel,
} from '#core/cycling/trend/trendModel.ts';
import {
  AFTER_KNOT,
  BEFORE_KNOT,
  DECAY,
  LINEAR,
  POWER,
  SQUARE_ROOT,
} from '#core/cycling/trend/trendTerms.ts';

export type FadeName = 'linear' | 'square-root' | 'power' | 'exponential' | 'knee';

const INITIAL: ParameterKind = { name: 'initialCapacity', unit: ({ value }) => value };
const lossPerCount = (name: string): ParameterKind => ({
  name,
  unit: ({ value, count }) => `${value}/${count}`,
});
const always = () => true;
const KNEE_FEWEST = 4;

export const FADE_MODELS: readonly TrendModel<FadeName>[] = [
  {
    name: 'linear',
    terms: [CONSTANT_TERM, negated(LINEAR)],
    parameters: [INITIAL, lossPerCount('loss')],
    shape: null,
    isMeant: always,
  },
  {
    name: 'square-root',
    terms: [CONSTANT_TERM, negated(SQUARE_ROOT)],
    parameters: [INITIAL, { name: 'loss', unit: ({ value, count }) => `${value}/${count}^0.5` }],
    shape: null,
    isMeant: always,
  },
  {
    name: 'power',
    terms: [CONSTANT_TERM, negated(POWER)],
    parameters: [
      INITIAL,
      { name: 'loss', unit: ({ value, count }) => `${value}/${count}^exponent` },
      { name: 'exponent', unit: () => '1' },
    ],
    shape: { candidates: () => geometricSeries(0.25, 4, 25), isStepwise: false, cost: 1 },
    isMeant: ([, loss = NaN]) => loss > 0,
  },
  {
    name: 'exponential',
    terms: [DECAY],
    parameters: [INITIAL, { name: 'timeConstant', unit: ({ count }) => count }],
    shape: {
      candidates: (t) => geometricSeries(extentOf(t).span / 20, 1000 * extentOf(t).span, 40),
      isStepwise: false,
      cost: 1,
    },
    isMeant: ([initial = NaN]) => initial > 0,
  },
  {
    name: 'knee',
    terms: [CONSTANT_TERM, negated(BEFORE_KNOT), negated(AFTER_KNOT)],
    parameters: [
      INITIAL,
      lossPerCount('lossBefore'),
      lossPerCount('lossAfter'),
      { name: 'knee', unit: ({ count }) => count, isPosition: true },
    ],
    // Its place is searched for, which gains more than one parameter would.
    shape: { candidates: (t) => gapMiddles(t, KNEE_FEWEST), isStepwise: false, cost: 2 },
    isMeant: always,
  },
];
