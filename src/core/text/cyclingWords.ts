/** What the cycling analysis says about its own rules. */
import type { QuadratureRule } from '#core/cycling/integrateCharge.ts';

const QUADRATURE: Readonly<Record<QuadratureRule, string>> = {
  'interval-before': 'Charge: ∫I dt, the interval before a row carries that row’s current.',
  'interval-after': 'Charge: ∫I dt, the interval after a row carries that row’s current.',
  mixed:
    'Charge: ∫I dt; in steps whose own clock starts one interval before their first row the interval before a row carries that row’s current, elsewhere the interval after it.',
};

interface RuleFacts {
  readonly quadrature: QuadratureRule;
  readonly assumed: boolean;
  readonly dropped: number;
  readonly restThreshold_A: number;
  readonly area_cm2: number | null;
  readonly mass_mg: number | null;
}

const milli = (value: number): string => `${Number((1000 * value).toPrecision(3))}`;

export const cyclingWords = {
  quadrature: (rule: QuadratureRule) => QUADRATURE[rule],
  cycleRule: () => 'a cycle begins with every half cycle in the direction of the first one',
  /** Those that hold for every kind of cell. */
  commonRules: (facts: RuleFacts): string[] => [...cutting(facts), ...lacking(facts)],
  rules: (facts: RuleFacts): string[] => [
    ...cutting(facts),
    'Polarisation: median |E| between 40 and 60 % of the half cycle.',
    'Cycles: a cycle begins with every half cycle in the direction of the first one; its efficiency is the second capacity over the first.',
    ...lacking(facts),
  ],
};

function cutting({ quadrature, restThreshold_A, dropped }: RuleFacts): string[] {
  return [
    QUADRATURE[quadrature],
    `Half cycles: cut where the current changes sign; below ${milli(restThreshold_A)} mA is rest; ${dropped} stretches of fewer than 5 samples left out.`,
  ];
}

function lacking({ assumed, area_cm2, mass_mg }: RuleFacts): string[] {
  return [
    ...(assumed
      ? ['Current: not in the file; the size is the one given, the sign that of the voltage.']
      : []),
    ...(area_cm2 === null ? ['No electrode area given: per-area values are left empty.'] : []),
    ...(mass_mg === null ? ['No active mass given: per-mass values are left empty.'] : []),
  ];
}
