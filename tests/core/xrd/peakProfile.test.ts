import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lineShift_deg } from '#core/xrd/lineShift.ts';
import { marchDollase } from '#core/xrd/marchDollase.ts';
import { hallOperations } from '#core/xrd/hallSymbol.ts';
import {
  axialShare,
  cagliotiFwhm_deg,
  pseudoVoigt_perDeg,
  splitPseudoVoigt_perDeg,
  tchShape,
} from '#core/xrd/peakProfile.ts';
import { cellGeometry } from '#core/xrd/unitCellGeometry.ts';
import { referenceFile } from '../../support/sharedData.ts';

interface Vectors {
  readonly tch: readonly {
    readonly G: number;
    readonly L: number;
    readonly H: number;
    readonly eta: number;
  }[];
  readonly pseudo_voigt_area_norm: {
    readonly H: number;
    readonly eta: number;
    readonly x: number[];
    readonly y: number[];
  };
  readonly caglioti: {
    readonly U: number;
    readonly V: number;
    readonly W: number;
    readonly H_at: Record<string, number>;
  };
}
const path = referenceFile('xrd-xps-cv-test-vectors.json');

describe('shapes of lines', () => {
  test.skipIf(path === null)('agree with the reference vectors', () => {
    const vectors = JSON.parse(readFileSync(path ?? '', 'utf8')) as Vectors;
    for (const { G, L, H, eta } of vectors.tch) {
      const shape = tchShape(G, L);
      expect(shape.fwhm_deg).toBeCloseTo(H, 12);
      expect(shape.eta).toBeCloseTo(eta, 12);
    }
    const { H, eta, x, y } = vectors.pseudo_voigt_area_norm;
    x.forEach((offset, i) => {
      expect(pseudoVoigt_perDeg(offset, { fwhm_deg: H, eta })).toBeCloseTo(y[i] ?? NaN, 10);
    });
    const { U, V, W, H_at } = vectors.caglioti;
    for (const [angle, width] of Object.entries(H_at)) {
      expect(cagliotiFwhm_deg({ u_deg2: U, v_deg2: V, w_deg2: W }, Number(angle))).toBeCloseTo(width, 12);
    }
  });

  test('a Gaussian and a Lorentzian alone keep their widths', () => {
    expect(tchShape(0.1, 0)).toEqual({ fwhm_deg: expect.closeTo(0.1, 12) as number, eta: 0 });
    expect(tchShape(0, 0.1).fwhm_deg).toBeCloseTo(0.1, 12);
    expect(tchShape(0, 0.1).eta).toBeCloseTo(1, 4);
  });

  test('an asymmetric line keeps its area and is wider towards low angles', () => {
    const shape = { fwhm_deg: 0.1, eta: 0 };
    const share = axialShare(0.1, 20);
    let area = 0;
    for (let x = -2; x < 2; x += 0.001) area += 0.001 * splitPseudoVoigt_perDeg(x, shape, share);
    expect(area).toBeCloseTo(1, 3);
    expect(splitPseudoVoigt_perDeg(-0.06, shape, share)).toBeGreaterThan(
      splitPseudoVoigt_perDeg(0.06, shape, share),
    );
    expect(axialShare(0.1, 120)).toBeLessThan(0);
  });

  test('a sample 0.1 mm below the axis of a circle of 150 mm moves a line at 38.12° by −0.0722°', () => {
    const shift = lineShift_deg({ zeroShift_deg: 0, displacement_mm: 0.1, radius_mm: 150 }, 38.12);
    expect(shift).toBeCloseTo(-0.0722062, 6);
  });
});

describe('preferred orientation', () => {
  const cubic = {
    geometry: cellGeometry({ a_A: 4, b_A: 4, c_A: 4, alpha_deg: 90, beta_deg: 90, gamma_deg: 90 }),
    operations: hallOperations('-P 4 2 3') ?? [],
  };

  test('plates of r = 0.5 on (001) of a cubic cell: (200) as calculated by hand', () => {
    // Of six directions two lie along the axis, four across it: (2·r⁻³ + 4·r^(3/2))/6.
    const expected = (2 * 0.5 ** -3 + 4 * 0.5 ** 1.5) / 6;
    expect(marchDollase([2, 0, 0], { axis: [0, 0, 1], march: 0.5 }, cubic)).toBeCloseTo(expected, 12);
  });

  test('no texture changes nothing', () => {
    expect(marchDollase([3, 1, 1], { axis: [1, 1, 0], march: 1 }, cubic)).toBeCloseTo(1, 12);
  });
});
