/** What is said of the course of a polarisation or a capacity. */
import type { EndOfLife } from '#core/cycling/trend/endOfLife.ts';
import type { FadeName } from '#core/cycling/trend/fadeModels.ts';
import type { PolarisationName } from '#core/cycling/trend/polarisationModels.ts';
import type { Counted } from '#core/cycling/trend/counted.ts';
import type { RankedModel } from '#core/cycling/trend/rankTrends.ts';
import type { ResidualCorrelation } from '#core/cycling/trend/residualCorrelation.ts';
import type { TrendParameter } from '#core/cycling/trend/trendParameters.ts';
import { fixedNumber, shortNumber } from '#core/text/shortNumber.ts';

interface Course<Name extends string> {
  readonly chosen: RankedModel<Name>;
  readonly rivals: readonly Name[];
  readonly correlation: ResidualCorrelation;
  readonly points: number;
  readonly excluded: number;
}

interface FadeFacts extends Course<FadeName> {
  readonly endOfLife: EndOfLife;
  readonly unit: string;
}

interface PolarisationFacts extends Course<PolarisationName> {
  readonly first: number;
  readonly last: number;
}

interface SlopeFacts {
  readonly slope: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly points: number;
  readonly groups: number;
}

const FADE: Readonly<Record<FadeName, string>> = {
  linear: 'a straight line',
  'square-root': 'a square root',
  power: 'a power law',
  exponential: 'an exponential (the same share lost in every cycle)',
  knee: 'two lines that meet at a knee',
};

const POLARISATION: Readonly<Record<PolarisationName, string>> = {
  constant: 'constant',
  linear: 'a straight line',
  conditioning: 'a fall to a plateau',
  'power-growth': 'growth by a power law',
  'exponential-growth': 'exponential growth',
  'change-point': 'a change point',
};

/** Value with its 95 % interval, whose width is told to two digits. */
function told({ value, unit, lower95, upper95 }: TrendParameter): string {
  const width = Math.abs((upper95 ?? value) - (lower95 ?? value));
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(width))));
  const rounded = (number: number) => (width > 0 ? fixedNumber(number, decimals) : shortNumber(number));
  const end = (limit: number | null) => (limit === null ? 'not bounded' : rounded(limit));
  const isCount = /^(?:half cycle|cycle|segment)$/.test(unit);
  const counted = isCount && rounded(value) !== '1' ? `${unit}s` : unit;
  return `${[rounded(value), counted].join(' ').trimEnd()} (95 %: ${end(lower95)} to ${end(upper95)})`;
}

type Named = (name: string) => TrendParameter;

function named(chosen: RankedModel<string>): Named {
  return (name) => {
    const found = chosen.parameters.find((parameter) => parameter.name === name);
    if (!found) throw new Error(`${chosen.model} has no parameter ${name}`);
    return found;
  };
}

const COURSE: Readonly<Record<PolarisationName, (of: Named, counted: Counted) => string>> = {
  constant: (of) => `stays at ${told(of('level'))}: no trend is seen above the scatter`,
  linear: (of) =>
    `${of('slope').value > 0 ? 'rises' : 'falls'} evenly from ${shortNumber(of('initial').value)} mV by ${told(of('slope'))}`,
  conditioning: (of) =>
    `falls to a plateau of ${told(of('plateau'))} with a time constant of ${told(of('timeConstant'))}`,
  'power-growth': (of, counted) =>
    `grows from ${shortNumber(of('initial').value)} mV with the power ${told({ ...of('exponent'), unit: '' })} of the ${counted}s passed`,
  'exponential-growth': (of) =>
    `grows exponentially from ${told(of('initial'))}, 2.7-fold in ${told(of('timeConstant'))}`,
  'change-point': (of, counted) =>
    `changes at ${counted} ${told({ ...of('changePoint'), unit: '' })}: before it begins at ${shortNumber(of('initialBefore').value)} mV and changes by ${told(of('slopeBefore'))}, after it begins at ${shortNumber(of('initialAfter').value)} mV and changes by ${told(of('slopeAfter'))}`,
};

/** Share of the fall to a plateau that may be left for the plateau to count as reached. */
const REACHED_SHARE = 0.05;

function plateauSentence({ chosen, first, last }: PolarisationFacts): string[] {
  if (chosen.model !== 'conditioning') return [];
  const left = Math.exp((first - last) / named(chosen)('timeConstant').value);
  return left > REACHED_SHARE
    ? [`The plateau is not reached in these data: ${shortNumber(100 * left)} % of the fall is still to come.`]
    : [];
}

function reservations<Name extends string>(
  { rivals, correlation, excluded }: Course<Name>,
  names: Readonly<Record<Name, string>>,
): string[] {
  return [
    ...(rivals.length > 0
      ? [`The data do not tell this from: ${rivals.map((name) => names[name]).join(', ')}.`]
      : []),
    ...(correlation.isCorrelated
      ? [
          `Neighbouring points are alike beyond the model (correlation ${correlation.lag1.toFixed(2)}): the intervals are widened for it, but the choice of the model is not, and a bend may be none.`,
        ]
      : []),
    ...(excluded > 0
      ? [`${excluded === 1 ? '1 point was' : `${excluded} points were`} left out with a reason.`]
      : []),
    'All points count alike, outliers too; a model describes the course and not its cause.',
  ];
}

function lifeSentence(life: EndOfLife): string {
  const share = `${shortNumber(100 * life.fraction)} % of ${life.referenceCapacity === null ? 'its fitted initial value' : 'the reference'}`;
  const beyond = life.isExtrapolated ? ' This lies beyond the data: an extrapolation of the model.' : '';
  const cycle = (value: number | null) => (value === null ? '' : value.toFixed(0));
  switch (life.status) {
    case 'reached':
      return `The fitted capacity falls to ${share} between cycles ${cycle(life.lower95)} and ${cycle(life.upper95)} (95 %, by every model within 4 of the lowest AICc).${beyond}`;
    case 'may-be-reached':
      return `The fitted capacity falls to ${share} not before cycle ${cycle(life.lower95)}; whether within ${shortNumber(life.spans)} times the data (cycle ${cycle(life.searchedTo)}) is open.${beyond}`;
    case 'not-reached':
      return `The fitted capacity does not fall to ${share} within ${shortNumber(life.spans)} times the data (cycle ${cycle(life.searchedTo)}), by any model within 4 of the lowest AICc.`;
  }
}

export const trendWords = {
  interrupted: () => 'interrupted',
  shortSegment: () => 'shorter than most',
  otherCurrent: (usual_mA: number) => `current differs by more than 10 % from ${shortNumber(usual_mA)} mA`,
  tooFew: ({ points, excluded, needed }: { points: number; excluded: number; needed: number }) =>
    `No course is fitted to ${points} ${points === 1 ? 'point' : 'points'}${excluded > 0 ? ` (${excluded} more ${excluded === 1 ? 'was' : 'were'} left out)` : ''}: at least ${needed} are needed.`,
  notSymmetric: ({ halfCycles, opposite }: { halfCycles: number; opposite: number }) =>
    `No course of the polarisation: in ${opposite} of ${halfCycles} half cycles the voltage has the other sign than the current, so this is no symmetric cell.`,
  voltageAtRest: ({ rest_mV, usual_mV }: { rest_mV: number; usual_mV: number }) =>
    `No course of the polarisation: the current flows one way, and of ${shortNumber(usual_mV)} mV with it ${shortNumber(rest_mV)} mV stay at rest, as in a cell of unlike electrodes or after rests too short.`,
  oneWay: () =>
    'The current flows one way: what is counted are the segments between its pauses, and there is no hysteresis. Nothing in such a run tells a symmetric cell from the charge of a full one, whose |E| is no polarisation.',
  polarisation: (facts: PolarisationFacts, counted: Counted): string[] => [
    `Over ${counted}s ${facts.first} to ${facts.last} (${facts.points} points) the polarisation ${COURSE[facts.chosen.model](named(facts.chosen), counted)}. Scatter: ${shortNumber(facts.chosen.scatter)} mV.`,
    ...plateauSentence(facts),
    ...reservations(facts, POLARISATION),
  ],
  slope: ({ slope, lower95, upper95, points, groups }: SlopeFacts, counted: Counted): string => {
    const span = `${shortNumber(slope)} mV per ${counted} (95 %: ${shortNumber(lower95)} to ${shortNumber(upper95)})`;
    const together = groups < points ? `, ${points} ${counted}s put together in ${groups} groups` : '';
    const zero = lower95 <= 0 && upper95 >= 0 ? ' A slope of zero is not excluded.' : '';
    return `Slope after Theil and Sen: ${span}, block bootstrap${together}.${zero}`;
  },
  fade: (facts: FadeFacts): string[] => [
    `The capacity of ${facts.points} cycles is described by ${FADE[facts.chosen.model]}, from ${told(named(facts.chosen)('initialCapacity'))}. Scatter: ${shortNumber(facts.chosen.scatter)} ${facts.unit}.`,
    lifeSentence(facts.endOfLife),
    ...reservations(facts, FADE),
  ],
};
