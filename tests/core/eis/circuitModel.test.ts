import { describe, expect, test } from 'vitest';
import type { Circuit, CircuitNode } from '#core/eis/circuit.ts';
import { compileCircuit, type CircuitModel } from '#core/eis/circuitModel.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { circuitImpedance, type SimulatedCircuit } from '../../simulate/impedance/circuitImpedance.ts';
import { createRandom } from '../../simulate/random.ts';
import { impedanceVectors } from '../../support/impedanceVectors.ts';
import { randomCircuit } from '../../support/randomCircuit.ts';

function circuitOf(text: string): Circuit {
  const outcome = parseCircuit(text);
  if (!outcome.ok) throw new Error(text);
  return outcome.circuit;
}

describe.each(impedanceVectors.circuits)('$circuit', ({ circuit, values, frequency_Hz_re_im: vectors }) => {
  test('agrees with the reference in both parts to 1e-12', () => {
    const model = compileCircuit(
      circuitOf(circuit),
      Float64Array.from(vectors, ([frequency]) => frequency),
    );
    const { re, im } = model.evaluate(Float64Array.from(values), false);
    vectors.forEach(([, expectedRe, expectedIm], k) => {
      expect(Math.abs((re[k] ?? NaN) - expectedRe)).toBeLessThanOrEqual(1e-12 * Math.abs(expectedRe));
      expect(Math.abs((im[k] ?? NaN) - expectedIm)).toBeLessThanOrEqual(1e-12 * Math.abs(expectedIm));
    });
  });
});

test('names the parameters in the order of the text', () => {
  const { parameters } = compileCircuit(circuitOf('L0-p(R1-W1,CPE1)-TLM3'), Float64Array.of(1));
  expect(parameters.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
    'L0 H',
    'R1 ohm',
    'W1 ohm s^-1/2',
    'CPE1.Q S s^n',
    'CPE1.n -',
    'TLM3.Rion ohm',
    'TLM3.Rct ohm',
    'TLM3.Q S s^n',
    'TLM3.n -',
  ]);
});

/** The same tree for the independent evaluation, taking the values from left to right. */
function simulated(
  node: CircuitNode,
  take: (count: number) => number[],
  model: CircuitModel,
): SimulatedCircuit {
  if (node.kind === 'element') {
    const count = model.parameters.filter(({ elementName }) => elementName === node.name).length;
    return { code: node.code, values: take(count) };
  }
  const parts = node.children.map((child) => simulated(child, take, model));
  return node.kind === 'series' ? { series: parts } : { parallel: parts };
}

const SEED = 88;

describe(`300 random circuits (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  const frequencies = Float64Array.of(1e-2, 1, 30, 1e3, 1e5);
  const cases = Array.from({ length: 300 }, () => {
    const { root } = randomCircuit(random);
    const model = compileCircuit({ root }, frequencies);
    // Up to 1: Havriliak-Negami's second exponent goes further, but not its product with the first.
    const values = model.parameters.map(({ scale, lower, upper, typical }) =>
      scale === 'exponent'
        ? lower + (Math.min(upper, 1) - lower) * random.uniform()
        : typical * 10 ** (2 * random.uniform() - 1),
    );
    const second = (changed: readonly number[], frequency: number) => {
      let next = 0;
      const take = (count: number) => changed.slice(next, (next += count));
      return circuitImpedance(simulated(root, take, model), frequency);
    };
    return { model, values, second };
  });

  test('have the impedance that a second, plain evaluation finds', () => {
    for (const { model, values, second } of cases) {
      const { re, im } = model.evaluate(Float64Array.from(values), true);
      frequencies.forEach((frequency, k) => {
        const expected = second(values, frequency);
        const off = Math.hypot((re[k] ?? NaN) - expected.re, (im[k] ?? NaN) - expected.im);
        expect(off / Math.hypot(expected.re, expected.im)).toBeLessThan(1e-11);
      });
    }
  });

  test('have the derivatives that differences of the second evaluation find', () => {
    for (const { model, values, second } of cases) {
      const { dRe, dIm, re, im } = model.evaluate(Float64Array.from(values), true);
      values.forEach((value, p) => {
        frequencies.forEach((frequency, k) => {
          const central = (step: number) => {
            const at = (shift: number) =>
              second(
                values.map((each, i) => (i === p ? each * Math.exp(shift) : each)),
                frequency,
              );
            const [up, down] = [at(step), at(-step)];
            return { re: (up.re - down.re) / (2 * step), im: (up.im - down.im) / (2 * step) };
          };
          const [wide, narrow] = [central(2e-4), central(1e-4)];
          const index = p * frequencies.length + k;
          const off = Math.hypot(
            value * (dRe[index] ?? NaN) - (4 * narrow.re - wide.re) / 3,
            value * (dIm[index] ?? NaN) - (4 * narrow.im - wide.im) / 3,
          );
          const size = Math.hypot(re[k] ?? NaN, im[k] ?? NaN) + Math.hypot(narrow.re, narrow.im);
          expect(off / size, model.parameters[p]?.name).toBeLessThan(1e-7);
        });
      });
    }
  });

  test('give the same buffers every time, and the same numbers without derivatives', () => {
    for (const { model, values } of cases.slice(0, 20)) {
      const first = model.evaluate(Float64Array.from(values), true);
      const kept = first.re.slice();
      const again = model.evaluate(Float64Array.from(values), false);
      expect(again).toBe(first);
      expect(again.re).toEqual(kept);
    }
  });
});
