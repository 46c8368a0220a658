/** Which list a finding stands in. The numbers are chosen by hand; no p or interval is computed here. */
import { describe, expect, test } from 'vitest';
import { conclusion } from '#core/compare/conclusion.ts';
import { conclusionLines, conclusionParagraph } from '#core/compare/conclusionText.ts';
import type { ConcludedFacts } from '#core/compare/concludedFacts.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';
import { cellMetrics } from '#core/compare/cellMetrics.ts';
import { evidence } from './evidenceByHand.ts';

const polarisation: MetricComparison = {
  ...{ metric: 'polarisation_end', set: 'Li, LLTO', title: 'Polarisation', unit: 'mV' },
  groups: [
    { group: 'bare', n: 4, values: [80, 90, 85, 95], cells: ['b1', 'b2', 'b3', 'b4'], mean: 87.5, sd: 6.5 },
    { group: 'coated', n: 4, values: [9, 10, 11, 10], cells: ['c1', 'c2', 'c3', 'c4'], mean: 10, sd: 0.8 },
  ],
  ...{ pair: ['bare', 'coated'], ratio: 8.7, ratioLower95: 7.6, ratioUpper95: 10.1 },
  ...{
    test: 'Welch on logarithms',
    p: 0.001,
    pHolm: 0.006,
    permutationP: 0.0286,
    rankP: 0.0286,
    smallestRankP: 0.0286,
  },
  ...{ hedgesG: null, pairs: [], holmTests: 6, warnings: [] },
};

const NOTHING: ConcludedFacts = { simulated: false, metrics: [], survival: [], cells: [], crossChecks: [] };

const concluded = (comparison: Partial<MetricComparison>, more: Partial<ConcludedFacts> = {}) =>
  conclusion({ ...NOTHING, metrics: [{ ...polarisation, ...comparison }], ...more });

const suspected = (name: string) => ({ ...cellMetrics(evidence({ cell: { name } })), isSuspect: true });

const disagrees = (check: CrossCheck['check'], cell: string, numbers: CrossCheck['numbers']): CrossCheck => ({
  ...{ check, cell, verdict: 'disagrees', text: '', numbers },
});

describe('a ratio whose interval leaves out 1', () => {
  test('can be concluded, with its interval and p of as many tests as the metric had', () => {
    const { can, cannot } = concluded({});
    expect(can).toHaveLength(1);
    expect(can[0]).toMatch(
      /^Li, LLTO\. Polarisation: bare over coated is 8\.7 \(95 % interval 7\.6 to 10\.1\)/u,
    );
    expect(can[0]).toContain('0.006 with the 6 tests of this metric counted');
    // What caused it is never shown by a comparison.
    expect(cannot).toEqual([expect.stringMatching(/^The cause/u)]);
  });

  test('cannot once the tests of all metals are counted and p is no longer below 0.05', () => {
    const { can, cannot } = concluded({ pHolm: 0.0565 });
    expect(can).toEqual([]);
    expect(cannot[0]).toContain('no difference is shown');
  });

  test.each([
    ['signs of a soft short', { cells: [suspected('c2')] }],
    ['a polarisation below that of the electrolyte', { crossChecks: [disagrees('ohmic-floor', 'c2', {})] }],
    ['an intercept that fell', { crossChecks: [disagrees('intercept-change', 'c2', { ratio: 0.6 })] }],
  ])('cannot with %s in a cell of the lower group', (_, more) => {
    const { can, cannot } = concluded({}, more);
    expect(can).toEqual([]);
    expect(cannot[0]).toMatch(/soft short.*c2/u);
  });

  test.each([
    ['a short in the group with the higher values', { cells: [suspected('b2')] }],
    ['an intercept that rose', { crossChecks: [disagrees('intercept-change', 'c2', { ratio: 1.5 })] }],
  ])('can with %s, which would not make the lower values low', (_, more) => {
    const { can, cannot } = concluded({}, more);
    expect(can).toHaveLength(1);
    // It is told nevertheless.
    expect(cannot.join(' ')).toMatch(/\b[bc]2\b/u);
  });
});

test('an interval around 1, and one that too few cells leave unknown, show nothing', () => {
  expect(concluded({ ratioLower95: 0.9 }).cannot[0]).toContain('includes 1');
  expect(concluded({ ratioLower95: null }).cannot[0]).toMatch(/too few cells.*bare n = 4, coated n = 4/u);
});

test('lifetimes of which none ended by a failure say nothing, set by set', () => {
  const survival = ['bare', 'coated'].map((group): GroupSurvival => ({
    ...{ set: 'Li, LLTO', group, steps: [], median_h: null, incidence: [] },
    cells: [{ cell: group, time_h: 100, mode: null, censored: true }],
  }));
  expect(concluded({}, { survival }).cannot.join(' ')).toMatch(/Lifetimes in Li, LLTO: no cell failed/u);
});

test('what would change it names how many cells ranks need: 4 against 4 for one test, 5 against 5 for six', () => {
  const warnings = [{ code: 'rank-limit', text: '' }] as const;
  // Smallest two-sided p of the rank-sum test: 2 of 70 ways at 4 against 4, 2 of 252 at 5 against 5; 0.05 / 6 = 0.0083.
  const [more] = concluded({ warnings }).wouldChange;
  expect(more).toMatch(/from 4 against 4 on.*\(0\.0286\).*from 5 against 5 on/u);
  expect(concluded({}).wouldChange).toEqual([]);
});

test('is told as lists and as one paragraph with the same sentences, and says when nothing can be concluded', () => {
  const none = concluded({ ratioLower95: 0.9 }, { simulated: true });
  const lines = conclusionLines(none);
  expect(lines[0]).toMatch(/^This study is simulated/u);
  const titles = ['What can be concluded', 'What cannot be concluded'];
  expect(titles.map((title) => lines.indexOf(title) > 0)).toEqual([true, true]);
  expect(lines[lines.indexOf('What can be concluded') + 1]).toMatch(/^- Nothing/u);
  const paragraph = conclusionParagraph(none);
  expect(paragraph).not.toContain('\n');
  for (const sentence of [...none.basis, ...none.cannot]) expect(paragraph).toContain(sentence);
});
