/**
 * Models of a polarisation over the half cycles, t from the first point: constant; conditioning η∞ + A exp(−t/τ) with
 * A > 0, a fall to a plateau; growth linear, as a power η₀ + k t^p, or exponential η₀ exp(t/τ); and a change point, two
 * lines that need not meet. A change point costs three parameters: the best of many places gains more than one does
 * (Ninomiya, Statistics & Probability Letters 72 (2005) 237).
 */
import { extentOf, gapMiddles, geometricSeries } from '#core/cycling/trend/shapeCandidates.ts';
import { CONSTANT_TERM, type ParameterKind, type TrendModel } from '#core/cycling/trend/trendModel.ts';
import { DECAY, GROWTH, LINEAR, POWER, TWO_LINES } from '#core/cycling/trend/trendTerms.ts';

export type PolarisationName =
  | 'constant'
  | 'conditioning'
  | 'linear'
  | 'power-growth'
  | 'exponential-growth'
  | 'change-point';

const level = (name: string): ParameterKind => ({ name, unit: ({ value }) => value });
const slope = (name: string): ParameterKind => ({ name, unit: ({ value, count }) => `${value}/${count}` });
const TIME_CONSTANT: ParameterKind = { name: 'timeConstant', unit: ({ count }) => count };
const always = () => true;
const SEGMENT_FEWEST = 4;

export const POLARISATION_MODELS: readonly TrendModel<PolarisationName>[] = [
  {
    name: 'constant',
    terms: [CONSTANT_TERM],
    parameters: [level('level')],
    shape: null,
    isMeant: always,
  },
  {
    name: 'linear',
    terms: [CONSTANT_TERM, LINEAR],
    parameters: [level('initial'), slope('slope')],
    shape: null,
    isMeant: always,
  },
  {
    name: 'conditioning',
    terms: [CONSTANT_TERM, DECAY],
    parameters: [level('plateau'), level('excess'), TIME_CONSTANT],
    shape: {
      // Faster than the distance of two points it would describe the first point alone.
      candidates: (t) => geometricSeries(extentOf(t).spacing, 10 * extentOf(t).span, 36),
      isStepwise: false,
      cost: 1,
    },
    isMeant: ([, excess = NaN]) => excess > 0,
  },
  {
    name: 'power-growth',
    terms: [CONSTANT_TERM, POWER],
    parameters: [
      level('initial'),
      { name: 'growth', unit: ({ value, count }) => `${value}/${count}^exponent` },
      { name: 'exponent', unit: () => '1' },
    ],
    shape: { candidates: () => geometricSeries(0.25, 4, 25), isStepwise: false, cost: 1 },
    isMeant: ([, growth = NaN]) => growth > 0,
  },
  {
    name: 'exponential-growth',
    terms: [GROWTH],
    parameters: [level('initial'), TIME_CONSTANT],
    shape: {
      candidates: (t) => geometricSeries(extentOf(t).span / 20, 1000 * extentOf(t).span, 40),
      isStepwise: false,
      cost: 1,
    },
    isMeant: ([initial = NaN]) => initial > 0,
  },
  {
    name: 'change-point',
    terms: TWO_LINES,
    parameters: [
      level('initialBefore'),
      slope('slopeBefore'),
      level('initialAfter'),
      slope('slopeAfter'),
      { name: 'changePoint', unit: ({ count }) => count, isPosition: true },
    ],
    shape: { candidates: (t) => gapMiddles(t, SEGMENT_FEWEST), isStepwise: true, cost: 3 },
    isMeant: always,
  },
];
