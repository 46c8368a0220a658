import { expect, test } from 'vitest';
import { lltoOfComposition } from '#core/xrd/lltoComposition.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';

function base(id: string) {
  const phase = phaseLibrary().find((each) => each.id === id);
  if (phase?.kind !== 'crystal') throw new Error(`no ${id}`);
  return phase;
}

test('lanthanum is shared out over two layers by composition and order', () => {
  const made = lltoOfComposition(base('LLTO-tet'), { x: 0.11, order: 0.45 });
  const lanthanum = made?.sites.filter(({ element }) => element === 'La').map(({ occupancy }) => occupancy);
  // R = 2/3 − 0.11 = 0.55667, R1 = R + 0.45·(1 − R), R2 = R − 0.45·(1 − R) by hand; as in the refinement.
  expect(lanthanum?.[0]).toBeCloseTo(0.7562, 3);
  expect(lanthanum?.[1]).toBeCloseTo(0.3572, 3);
  expect(made?.formula).toBe('La0.557Li0.33TiO3');
});

test('one place of both elements gets 2/3 − x and 3x', () => {
  const made = lltoOfComposition(base('LLTO-cub'), { x: 1 / 6 });
  const shares = made?.sites.filter(({ element }) => /La|Li/.test(element)).map(({ occupancy }) => occupancy);
  expect(shares?.map((share) => share.toFixed(6))).toEqual(['0.500000', '0.500000']);
});

test('x = 0.05 by hand: R = 0.61667, of two layers with S = 0.3 0.73167 and 0.50167, lithium 3x = 0.15', () => {
  const tetragonal = lltoOfComposition(base('LLTO-tet'), { x: 0.05, order: 0.3 });
  const layers = tetragonal?.sites
    .filter(({ element }) => element === 'La')
    .map(({ occupancy }) => occupancy);
  expect(layers?.map((share) => share.toFixed(5))).toEqual(['0.73167', '0.50167']);
  const cubic = lltoOfComposition(base('LLTO-cub'), { x: 0.05 });
  const shares = cubic?.sites
    .filter(({ element }) => /La|Li/.test(element))
    .map(({ occupancy }) => occupancy);
  expect(shares?.map((share) => share.toFixed(5))).toEqual(['0.61667', '0.15000']);
});

test('it takes the place of the structure it is made from and says what was changed', () => {
  const made = lltoOfComposition(base('LLTO-tet'), { x: 0.08 });
  expect(made?.id).toBe('LLTO-tet');
  expect(made?.variant).toBe('x = 0.08, S = 0.45');
  expect(lltoOfComposition(base('LLTO-cub'), { x: 0.08 })?.variant).toBe('x = 0.08');
});

test.each([{ x: -0.01 }, { x: 0.2 }, { x: 0.1, order: 1.2 }, { x: 0.16, order: 1 + 1e-9 }])(
  'what cannot be is refused: %j',
  (composition) => {
    expect(lltoOfComposition(base('LLTO-tet'), composition)).toBeUndefined();
  },
);
