import { expect, test } from 'vitest';
import { fractionDoubts } from '#core/xrd/compare/fractionDoubts.ts';

const LIHG3 = { id: 'LiHg3', mu_perCm: 2590.5, twoTheta_deg: 40, weightFraction: 0.5 };
const LI3HG = { id: 'Li3Hg', mu_perCm: 994.9, twoTheta_deg: 40, weightFraction: 0 };
const LLTO = { id: 'LLTO-tet', mu_perCm: 1056, twoTheta_deg: 40, weightFraction: 0.5 };

test('99 % of the signal at 40° comes from 3.04, 7.9 and 7.4 µm of LiHg3, Li3Hg and LLTO', () => {
  const { depths } = fractionDoubts([LIHG3, LI3HG, LLTO]);
  expect(depths.map(({ t99_um }) => Number(t99_um.toFixed(2)))).toEqual([3.04, 7.92, 7.46]);
});

test('with the substrate seen through a thin film fractions by weight mean nothing for the bulk', () => {
  const { doubts } = fractionDoubts([LIHG3, LLTO], { substrate: 'LLTO-tet', thickness_um: 2 });
  expect(doubts).toContainEqual({ code: 'substrate-seen', substrate: 'LLTO-tet' });
  expect(doubts).toContainEqual({
    code: 'thinner-than-depth',
    phase: 'LiHg3',
    t99_um: expect.closeTo(3.04, 2) as number,
  });
  expect(doubts.some((doubt) => doubt.code === 'thinner-than-depth' && doubt.phase === 'LLTO-tet')).toBe(
    false,
  );
});

test('grains of a strong absorber beside a weak one must be finer than Brindley allows', () => {
  const { doubts } = fractionDoubts([LIHG3, LLTO]);
  // Mean 1823.25 per cm, 767.25 from it: 0.01/767.25 cm = 0.130 µm for either.
  expect(doubts).toEqual(
    ['LiHg3', 'LLTO-tet'].map((phase) => ({
      code: 'microabsorption',
      phase,
      largestGrain_um: expect.closeTo(0.1303, 3) as number,
    })),
  );
});

test('a single weak absorber raises no doubt', () => {
  const li2co3 = { id: 'Li2CO3', mu_perCm: 24, twoTheta_deg: 31.8, weightFraction: 1 };
  expect(fractionDoubts([li2co3]).doubts).toEqual([]);
});
