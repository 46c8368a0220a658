import { describe, expect, test } from 'vitest';
import { candidatePhases } from '#core/xrd/identify/candidatePhases.ts';
import { allowedPhases, elementsOf } from '#core/xrd/identify/chemistryFilter.ts';
import { identifyPhases } from '#core/xrd/identify/identifyPhases.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { createRandom } from '../../../simulate/random.ts';

const radiation = radiationOf('CuKa1');
if (!radiation) throw new Error('no CuKa1');
const phases = allowedPhases(phaseLibrary(), ['Li', 'Hg', 'La', 'Ti', 'O', 'C', 'H']);
const candidates = candidatePhases(phases, radiation, {
  twoThetaMin_deg: 9,
  twoThetaMax_deg: 81,
  tables: XRAY_TABLES,
});

/** Angles and relative intensities (Cu Kα1) from an independent calculation of the structures, 10 … 80°. */
const TABLES: Record<string, readonly (readonly [number, number])[]> = {
  LiHg3: [
    [16.356, 14.5],
    [24.754, 32.9],
    [28.526, 15.3],
    [33.057, 25],
    [37.409, 23.5],
    [38.121, 100],
    [41.075, 2.8],
    [44.215, 2.2],
    [47.708, 7],
    [48.294, 10.1],
    [50.521, 2.9],
    [50.769, 13.8],
    [59.044, 16.7],
    [59.267, 1.7],
    [60.215, 2.4],
    [64.526, 2.6],
    [65.008, 3.8],
    [67.955, 15.6],
    [69.359, 2.4],
    [72.019, 17.1],
    [72.477, 12.6],
    [75.29, 2.3],
    [79.648, 1.9],
    [79.79, 2.1],
  ],
  Li3Hg: [
    [23.466, 100],
    [27.161, 52],
    [38.789, 48.4],
    [45.833, 47.4],
    [47.996, 13.7],
    [56.02, 7.6],
    [61.562, 18],
    [63.344, 16.4],
    [70.223, 14.1],
    [75.187, 12.3],
  ],
  LiHg: [
    [27.106, 100],
    [38.71, 84.1],
    [47.895, 26.3],
    [55.899, 13.3],
    [63.204, 31.5],
    [70.064, 24.7],
  ],
  'LLTO-cub': [
    [22.956, 0.7],
    [32.69, 100],
    [40.323, 17],
    [46.904, 43.6],
    [52.842, 0.6],
    [58.344, 33.1],
    [68.504, 21.3],
    [77.992, 12.5],
  ],
};

/** Simulated: Gaussian lines 0.12° wide, a background of 200 counts, counting noise. */
function simulated(parts: Record<string, number>, shift_deg: number, seed: number) {
  const random = createRandom(seed);
  const twoTheta_deg = Float64Array.from({ length: 3501 }, (_, i) => 10 + i * 0.02);
  const intensity_counts = twoTheta_deg.map((angle) => {
    let mean = 200;
    for (const [id, height] of Object.entries(parts)) {
      for (const [at, relative] of TABLES[id] ?? []) {
        const offset = (angle - at - shift_deg) / 0.12;
        if (Math.abs(offset) < 5) mean += (height / 100) * relative * Math.exp(-4 * Math.LN2 * offset ** 2);
      }
    }
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  });
  const sigma_counts = intensity_counts.map((counts) => Math.sqrt(Math.max(1, counts)));
  return { twoTheta_deg, intensity_counts, sigma_counts, radiation: null };
}

function verdictsOf(parts: Record<string, number>, shift_deg: number, seed: number) {
  const { phases: found } = identifyPhases(simulated(parts, shift_deg, seed), candidates);
  return new Map(found.map((one) => [one.id, one]));
}

describe('identification of simulated patterns', () => {
  test('finds LiHg3 on LLTO by its own lines with all lines shifted', () => {
    const found = verdictsOf({ LiHg3: 1500, 'LLTO-cub': 4000 }, -0.12, 7);
    expect(found.get('LiHg3')?.verdict).toBe('present');
    expect(found.get('LiHg3')?.evidence.found.map(({ hkl }) => hkl)).toContain('2 0 1');
    expect(found.get('LiHg3')?.evidence.required.some(({ hkl }) => hkl === '2 0 0')).toBe(false);
    expect(found.get('Li3Hg')?.verdict).not.toBe('present');
    expect(found.get('LiHg')?.verdict).not.toBe('present');
  });

  test('calls Li3Hg present with its odd lines 111 and 311', () => {
    const found = verdictsOf({ Li3Hg: 2000, 'LLTO-cub': 4000 }, 0.08, 8);
    expect(found.get('Li3Hg')?.verdict).toBe('present');
    expect(found.get('Li3Hg')?.evidence.found.map(({ hkl }) => hkl)).toEqual(['1 1 1', '3 1 1']);
    expect(found.get('LiHg3')?.verdict).not.toBe('present');
  });

  test('does not call LiHg Li3Hg: the odd lines are missing', () => {
    const found = verdictsOf({ LiHg: 2000, 'LLTO-cub': 4000 }, 0.05, 9);
    expect(found.get('LiHg')?.verdict).toBe('present');
    expect(found.get('Li3Hg')?.verdict).not.toBe('present');
  });

  test('finds no amalgam in LLTO alone and says how much could hide', () => {
    const found = verdictsOf({ 'LLTO-cub': 4000 }, 0, 10);
    for (const id of ['LiHg3', 'LiHg', 'Li3Hg']) {
      expect(found.get(id)?.verdict).not.toBe('present');
      expect(found.get(id)?.detectionLimit_weightFraction).toBeLessThan(0.05);
    }
  });
});

describe('chemistry filter', () => {
  test('reads the elements of a formula', () => {
    expect(elementsOf('Li0.33La0.56TiO3')).toEqual(['Li', 'La', 'Ti', 'O']);
  });

  test('keeps phases of allowed elements only', () => {
    expect(phases.some(({ id }) => id === 'NaCl')).toBe(false);
    expect(phases.some(({ id }) => id === 'LiHg3')).toBe(true);
  });
});
