/** How a comparison says what can be concluded, what cannot, and what would change it. */
import type { TestName } from '#core/compare/comparison.ts';
import type { FailureMode } from '#core/cycling/events/timeToFailure.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

const listed = (names: readonly string[], separator = ', '): string =>
  names.length > 6
    ? `${names.slice(0, 6).join(separator)} and ${names.length - 6} more`
    : names.join(separator);

const modes: Readonly<Record<FailureMode, string>> = {
  'soft-short': 'soft short',
  'hard-short': 'hard short',
  'contact-loss': 'contact loss',
  'cut-off': 'voltage limit',
};

/** Of a p value: as it is, after Holm, and how many tests that counts. */
interface Tested {
  readonly test: TestName;
  readonly p: number;
  readonly pHolm: number;
  readonly tests: number;
}

const tested = ({ test, p, pHolm, tests }: Tested): string =>
  `p = ${shortNumber(p)} (${test})` +
  (tests > 1 ? `, ${shortNumber(pHolm)} with the ${tests} tests of this metric counted (Holm)` : '');

export const conclusionWords = {
  titles: {
    can: 'What can be concluded',
    cannot: 'What cannot be concluded',
    wouldChange: 'What would change it',
  },
  nothing: 'Nothing: no difference is shown beyond doubt.',
  simulated: 'This study is simulated: nothing here was measured.',
  counted: (group: string, n: number) => `${group} n = ${n}`,
  cells: (sets: readonly string[]) => `Cells compared. ${sets.join('; ')}.`,
  ofSet: (set: string, groups: readonly string[]) => `${set}: ${groups.join(', ')}`,
  excluded: (cells: readonly string[]) => `Left out: ${listed(cells)}.`,
  family:
    'p after Holm counts the tests of one metric in all metals, electrolytes and pairs of groups. That several metrics were looked at is not counted: the one that decides should be named before looking.',
  ratio: (ratio: number, lower: number, upper: number) =>
    `${shortNumber(ratio)} (95 % interval ${shortNumber(lower)} to ${shortNumber(upper)})`,
  found: (title: string, [a, b]: readonly [string, string], ratio: string) =>
    `${title}: ${a} over ${b} is ${ratio}`,
  tested,
  includesOne: 'the interval includes 1, so no difference is shown',
  notShown: 'no difference is shown',
  notBetter: (cells: readonly string[]) =>
    `the numbers differ, but signs of a soft short or a cross-check that disagrees in ${listed(cells)} leave open whether the lower values come from that`,
  untested: (title: string, n: readonly string[]) =>
    `${title}: too few cells for an interval (${n.join(', ')}), so nothing can be concluded`,
  failures: (group: string, failed: number, n: number, by: readonly FailureMode[]) =>
    `${group}: ${failed} of ${n} cells failed${by.length === 0 ? '' : ` (${by.map((mode) => modes[mode]).join(', ')})`}`,
  lifetimes: (groups: readonly string[]) => `Lifetimes, ${groups.join('; ')}`,
  lifetimesDiffer: (pair: readonly [string, string], test: string) =>
    `those of ${pair.join(' and ')} differ, ${test}`,
  lifetimesAlike: (pair: readonly [string, string], test: string) =>
    `no difference of ${pair.join(' and ')} is shown, ${test}`,
  lifetimesUntested: 'they cannot be compared',
  noneFailed: (sets: readonly string[]) =>
    `Lifetimes in ${listed(sets, '; ')}: no cell failed before its test ended, so nothing is known of which last longer.`,
  suspects: (cells: readonly string[]) =>
    `Signs of a soft short in ${listed(cells)}: low voltages or resistances of these cells do not show a better interface.`,
  disagreeing: (count: number, cells: readonly string[]) =>
    `${count === 1 ? '1 cross-check disagrees' : `${count} cross-checks disagree`} (${listed(cells)}): until that is explained the numbers say less than they seem to.`,
  cause: 'The cause: a difference between groups is one between these cells as they were made.',
  moreCells: (sets: readonly string[], [one, p]: readonly [number, number], all: number, tests: number) =>
    `More cells in ${listed(sets, '; ')}: from ${one} against ${one} on, ranks alone can reach p below 0.05 (${shortNumber(p)})` +
    (all > one ? `, and with ${tests} tests counted from ${all} against ${all} on.` : '.'),
  testForShort: (cells: readonly string[]) =>
    `A test for a soft short in ${listed(cells)}: a sampled rest, a change of current by half or more, or a spectrum down to low frequency.`,
  explain: (checks: readonly string[]) => `An explanation, or another measurement, of: ${checks.join('; ')}.`,
  check: (name: string, cells: readonly string[]) => `${name} (${listed(cells)})`,
  batchUnknown: 'Which batch each cell is of (in its notes, “batch: B2”), and cells of more than one.',
  oneBatch: 'Cells of another batch: all are of one.',
  unequal: (sets: readonly string[]) =>
    `The same current density and areal capacity in all cells of ${listed(sets, '; ')}.`,
  reserve:
    'Bare cells with as much metal in reserve: mercury stores some, so that bare against coated is not a change of the surface alone.',
  untilFailure: (sets: readonly string[]) =>
    `Cells of ${listed(sets, '; ')} cycled until they fail, or why each test ended (in its notes, “ended: power cut”).`,
} as const;
