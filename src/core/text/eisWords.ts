/** What fits of impedance say, one function a sentence. */
import type { FitStatus } from '#core/eis/fitResult.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

const ENDINGS: Readonly<Record<FitStatus, string>> = {
  converged:
    'The fit converged: a further step would change the sum of squares by less than the noise lets show',
  stalled:
    'The fit stopped where no step lowered the sum of squares although its gradient says that one should',
  'iteration-limit': 'The fit ran out of iterations',
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const eisWords = {
  ending: (
    status: FitStatus,
    { starts, restarts }: { readonly starts: number; readonly restarts: number },
  ): string =>
    [
      ENDINGS[status],
      ...(starts > 1 ? [`the best of ${starts} starts`] : []),
      ...(restarts > 0
        ? [
            `taken up again ${times(restarts)} from where parameters had got lost at a limit or unfelt by the data`,
          ]
        : []),
    ].join('; ') + '.',
  verdict: {
    fixedTight: (name: string) => `${name} is at the end of what is allowed.`,
    upperBound: (name: string, limit: number, unit: string) =>
      `The data only say that ${name} is below ${shortNumber(limit)} ${unit}.`,
    lowerBound: (name: string, limit: number, unit: string) =>
      `The data only say that ${name} is above ${shortNumber(limit)} ${unit}.`,
    undetermined: (name: string) => `The data do not fix ${name}: other values agree with them as well.`,
    uncertain: (name: string, percent: number) =>
      `${name} is uncertain by ${shortNumber(percent, 2)} % of its value (one standard error).`,
    noDegrees: () => 'There are no more data than parameters.',
  },
  warning: {
    correlated: (rho: number) => `correlation ${rho.toFixed(3)}`,
    redundantArc: (smaller: string, difference: number) =>
      `${smaller} without this arc describes the data as well (BIC lower by ${shortNumber(difference)}).`,
    stalled: () => 'No step lowered the sum of squares although its gradient says that one should.',
    iterationLimit: () => 'The fit ran out of iterations.',
    fewPoints: (points: number, parameters: number) =>
      `${points} points for ${parameters} free parameters: statistics say little.`,
    capacitanceClass: (
      value: number,
      expected: {
        readonly name: string;
        readonly lower_FPerCm2: number;
        readonly upper_FPerCm2: number;
      },
    ) =>
      `${shortNumber(value)} F/cm2 is not of the size of ${expected.name} (${shortNumber(expected.lower_FPerCm2)} to ${shortNumber(expected.upper_FPerCm2)} F/cm2): look at what this element stands for.`,
    degenerate: (other: string) =>
      `${other} has the same impedance within the noise; no statistics can choose.`,
  },
  refusal: {
    undetermined: (names: readonly string[]) => `not determined: ${names.join(', ')}`,
    atBound: (names: readonly string[]) => `at a limit: ${names.join(', ')}`,
    redundant: (smaller: string) => `one arc too many: ${smaller} describes the data as well`,
    noConvergence: () => 'the fit did not converge',
    fewPoints: () => 'more parameters than the data allow',
    vanished: (names: readonly string[]) => `no resistance is left in ${names.join(', ')}`,
    seriesAboveSpectrum: (series: number, most: number) =>
      `${shortNumber(series)} ohm in series are more than the whole real part (${shortNumber(most)} ohm)`,
    outsideBand: (
      name: string,
      frequency: number,
      { slowest, fastest }: { readonly slowest: number; readonly fastest: number },
    ) =>
      `the arc of ${name} has its top at ${shortNumber(frequency)} Hz, more than a decade outside the measured ${shortNumber(slowest)} to ${shortNumber(fastest)} Hz`,
    structure: () => 'describes the data much worse than others',
  },
  choice: {
    chosen: (circuit: string, candidates: number) =>
      `${circuit} has the lowest BIC of the circuits whose every parameter the data determine (${candidates} tried).`,
    onlyOne: (circuit: string, candidates: number) =>
      `${circuit} is the only one of ${candidates} circuits whose every parameter the data determine.`,
    none: (circuit: string, candidates: number) =>
      `None of ${candidates} circuits has all its parameters determined by the data; ${circuit} has the lowest BIC.`,
    runnerUp: (circuit: string, difference: number) =>
      `Next is ${circuit}, its BIC higher by ${shortNumber(difference)}.`,
    betterButRefused: (circuit: string, difference: number, refusal: string) =>
      `${circuit} describes the data much better (BIC lower by ${shortNumber(difference)}) but was refused (${refusal}): do not report this fit before a circuit is found that leaves only noise.`,
    aiccDisagrees: (circuit: string) => `The corrected Akaike criterion prefers ${circuit}.`,
  },
};
