import { describe, expect, test } from 'vitest';
import { frequencyGrid } from '#core/eis/circuitModel.ts';
import type { CircuitElement, Response } from '#core/eis/element.ts';
import { elementOf, ELEMENTS } from '#core/eis/elements.ts';
import { elementImpedance } from '../../simulate/impedance/elementImpedance.ts';
import { createRandom } from '../../simulate/random.ts';
import { impedanceVectors } from '../../support/impedanceVectors.ts';

function evaluate(
  element: CircuitElement,
  values: readonly number[],
  frequency_Hz: readonly number[],
): Response {
  const points = frequency_Hz.length;
  const all = points * values.length;
  const out = {
    re: new Float64Array(points),
    im: new Float64Array(points),
    dRe: new Float64Array(all),
    dIm: new Float64Array(all),
  };
  element.evaluate(Float64Array.from(values), frequencyGrid(Float64Array.from(frequency_Hz)), out);
  return out;
}

function logSpaced(first: number, last: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first * (last / first) ** (i / (count - 1)));
}

describe.each(impedanceVectors.elements)('$code', ({ code, values, frequency_Hz_re_im: vectors }) => {
  const frequencies = vectors.map(([frequency]) => frequency);
  const { re, im } = evaluate(elementOf(code), values, frequencies);

  test('agrees with the 40-digit reference in both parts to 1e-12', () => {
    vectors.forEach(([, expectedRe, expectedIm], k) => {
      expect(Math.abs((re[k] ?? NaN) - expectedRe)).toBeLessThanOrEqual(1e-12 * Math.abs(expectedRe));
      expect(Math.abs((im[k] ?? NaN) - expectedIm)).toBeLessThanOrEqual(1e-12 * Math.abs(expectedIm));
    });
  });
});

test('every element has reference vectors', () => {
  expect(impedanceVectors.elements.map(({ code }) => code).sort()).toEqual(
    ELEMENTS.map(({ code }) => code).sort(),
  );
});

/** Havriliak-Negami: the product of its two exponents is at most 1, whatever each may be alone. */
function withinJointLimit({ code }: CircuitElement, values: number[]): number[] {
  const [r = NaN, tau = NaN, a = NaN, b = NaN] = values;
  return code === 'HN' ? [r, tau, Math.min(a, 1 / b), b] : values;
}

/** Ordinary sizes, three decades either side. */
function ordinaryValues(element: CircuitElement, uniform: () => number): number[] {
  const values = element.parameters.map(({ scale, typical, lower, upper }) =>
    scale === 'exponent' ? lower + (upper - lower) * uniform() : typical * 10 ** (6 * uniform() - 3),
  );
  return withinJointLimit(element, values);
}

/** Anywhere within the limits, the limits themselves now and then. */
function anyValues(element: CircuitElement, uniform: () => number): number[] {
  const values = element.parameters.map(({ scale, lower, upper }) => {
    const share = [0, 1][Math.floor(uniform() * 10)] ?? uniform();
    if (scale !== 'log') return lower + (upper - lower) * share;
    return share === 1 ? upper : lower * (upper / lower) ** share;
  });
  return withinJointLimit(element, values);
}

/** p·dZ/dp by central differences in ln p, extrapolated to step 0 (Richardson, two levels). */
function slopeOf(code: string, values: readonly number[], parameter: number, frequency_Hz: number) {
  const shifted = (step: number) =>
    elementImpedance(
      code,
      values.map((value, i) => (i === parameter ? value * Math.exp(step) : value)),
      frequency_Hz,
    );
  const central = (step: number) => {
    const [up, down] = [shifted(step), shifted(-step)];
    return { re: (up.re - down.re) / (2 * step), im: (up.im - down.im) / (2 * step) };
  };
  const [wide, half, narrow] = [central(0.004), central(0.002), central(0.001)];
  const extrapolate = (part: 're' | 'im') => {
    const first = (4 * half[part] - wide[part]) / 3;
    const second = (4 * narrow[part] - half[part]) / 3;
    return (16 * second - first) / 15;
  };
  return { re: extrapolate('re'), im: extrapolate('im') };
}

describe.each(ELEMENTS)('$code', (element) => {
  const SEED = 20_261;
  const frequencies = logSpaced(1e-3, 1e7, 21);

  test(`agrees with a second writing of its formula at 200 random places (seed ${SEED})`, () => {
    const { uniform } = createRandom(SEED);
    for (let i = 0; i < 200; i += 1) {
      const values = ordinaryValues(element, uniform);
      const { re, im } = evaluate(element, values, frequencies);
      frequencies.forEach((frequency, k) => {
        const expected = elementImpedance(element.code, values, frequency);
        const size = Math.hypot(expected.re, expected.im);
        const off = Math.hypot((re[k] ?? NaN) - expected.re, (im[k] ?? NaN) - expected.im);
        expect(off / size, `${values.join(', ')} at ${frequency} Hz`).toBeLessThan(1e-12);
      });
    }
  });

  test(`has the derivatives of that formula (seed ${SEED})`, () => {
    const { uniform } = createRandom(SEED);
    for (let i = 0; i < 60; i += 1) {
      const values = ordinaryValues(element, uniform);
      const { re, im, dRe, dIm } = evaluate(element, values, frequencies);
      values.forEach((value, p) => {
        frequencies.forEach((frequency, k) => {
          const slope = slopeOf(element.code, values, p, frequency);
          const index = p * frequencies.length + k;
          const off = Math.hypot(
            value * (dRe[index] ?? NaN) - slope.re,
            value * (dIm[index] ?? NaN) - slope.im,
          );
          const size = Math.hypot(re[k] ?? NaN, im[k] ?? NaN) + Math.hypot(slope.re, slope.im);
          expect(off / size, `d/dp${p} at ${values.join(', ')}, ${frequency} Hz`).toBeLessThan(1e-8);
        });
      });
    }
  });

  test(`is finite and passive from 1e-9 to 1e12 Hz anywhere within its limits (seed ${SEED})`, () => {
    const { uniform } = createRandom(SEED);
    const wide = logSpaced(1e-9, 1e12, 43);
    for (let i = 0; i < 500; i += 1) {
      const values = anyValues(element, uniform);
      const { re, im, dRe, dIm } = evaluate(element, values, wide);
      for (const part of [re, im, dRe, dIm])
        expect(part.every(Number.isFinite), values.join(', ')).toBe(true);
      expect(re.every((value) => value >= 0)).toBe(true);
    }
  });

  test('writes the same impedance when no derivatives are wanted', () => {
    const values = element.parameters.map(({ typical }) => typical);
    const { re, im } = evaluate(element, values, frequencies);
    const none = new Float64Array(0);
    const plain = { re: new Float64Array(re.length), im: new Float64Array(re.length), dRe: none, dIm: none };
    element.evaluate(Float64Array.from(values), frequencyGrid(Float64Array.from(frequencies)), plain);
    expect(plain.re).toEqual(re);
    expect(plain.im).toEqual(im);
  });
});

test('a reflective layer keeps its real part R/3 where the capacitive part is 1e12 times larger', () => {
  const { re, im } = evaluate(elementOf('Wo'), [30, 1e-6], [1e-7 / (2 * Math.PI)]);
  expect(re[0]).toBeCloseTo(10, 12);
  expect((im[0] ?? NaN) / -3e14).toBeCloseTo(1, 12);
});
