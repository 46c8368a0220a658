import { describe, expect, test } from 'vitest';
import { elementsOf } from '#core/eis/circuit.ts';
import { circuitPicture, type CircuitPicture, type PicturePoint } from '#core/eis/circuitPicture.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { createRandom } from '../../simulate/random.ts';
import { randomCircuit } from '../../support/randomCircuit.ts';

function pictureOf(text: string): CircuitPicture {
  const outcome = parseCircuit(text);
  if (!outcome.ok) throw new Error(text);
  return circuitPicture(outcome.circuit.root);
}

test('draws a series along one line from left to right', () => {
  const { elements } = pictureOf('R0-C1-L1');
  expect(elements.map(({ name, symbol }) => `${name} ${symbol}`)).toEqual([
    'R0 resistor',
    'C1 capacitor',
    'L1 inductor',
  ]);
  expect(new Set(elements.map(({ y }) => y)).size).toBe(1);
  const lefts = elements.map(({ x }) => x);
  expect([...lefts].sort((a, b) => a - b)).toEqual(lefts);
});

test('draws branches below each other between two dots', () => {
  const { elements, dots } = pictureOf('p(R1,CPE1,W1)');
  expect(new Set(elements.map(({ x }) => x)).size).toBe(1);
  expect(elements.map(({ y }) => y)).toEqual([...elements.map(({ y }) => y)].sort((a, b) => a - b));
  expect(dots).toHaveLength(2);
  expect(elements[2]?.symbol).toBe('block');
});

const key = ({ x, y }: PicturePoint) => `${x.toFixed(6)} ${y.toFixed(6)}`;

/** Whether all elements hang on wires that lead from the left edge to the right one. */
function connected({ elements, wires, width }: CircuitPicture): boolean {
  const lines = wires.map(([from, to]) => ({ from: from ?? { x: 0, y: 0 }, to: to ?? { x: 0, y: 0 } }));
  const touches = (point: PicturePoint, { from, to }: (typeof lines)[number]) =>
    point.x >= Math.min(from.x, to.x) - 1e-9 &&
    point.x <= Math.max(from.x, to.x) + 1e-9 &&
    point.y >= Math.min(from.y, to.y) - 1e-9 &&
    point.y <= Math.max(from.y, to.y) + 1e-9;
  const bridges = elements.map(({ x, y, width: size, height }) => ({
    from: { x, y: y + height / 2 },
    to: { x: x + size, y: y + height / 2 },
  }));
  const all = [...lines, ...bridges];
  const reached = new Set(all.filter(({ from }) => Math.abs(from.x) < 1e-9));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const line of all) {
      const near = [...reached].some(
        (other) =>
          touches(line.from, other) ||
          touches(line.to, other) ||
          touches(other.from, line) ||
          touches(other.to, line),
      );
      if (near) reached.add(line);
    }
  }
  const ends = [...reached].flatMap(({ from, to }) => [from, to]);
  return reached.size === all.length && ends.some(({ x }) => Math.abs(x - width) < 1e-9);
}

const SEED = 5;

describe(`100 random circuits (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  const pictures = Array.from({ length: 100 }, () => {
    const { root } = randomCircuit(random);
    return { names: elementsOf(root).map(({ name }) => name), picture: circuitPicture(root) };
  });

  test('show every element once, inside the picture, on wires from one end to the other', () => {
    for (const { names, picture } of pictures) {
      expect(picture.elements.map(({ name }) => name)).toEqual(names);
      for (const { x, y, width, height } of picture.elements) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(picture.width);
        expect(y + height).toBeLessThanOrEqual(picture.height);
      }
      expect(connected(picture)).toBe(true);
    }
  });

  test('let no two elements overlap', () => {
    for (const { picture } of pictures) {
      const corners = picture.elements.map(key);
      expect(new Set(corners).size).toBe(corners.length);
      for (const [i, a] of picture.elements.entries()) {
        for (const b of picture.elements.slice(i + 1)) {
          const apart = Math.abs(a.x - b.x) >= a.width || Math.abs(a.y - b.y) >= a.height;
          expect(apart).toBe(true);
        }
      }
    }
  });
});
