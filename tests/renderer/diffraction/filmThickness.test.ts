import { describe, expect, test } from 'vitest';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { comparePatterns } from '../../../src/renderer/views/diffraction/comparison/comparePatterns.ts';
import {
  thicknessNotes,
  thicknessWords,
} from '../../../src/renderer/views/diffraction/comparison/filmThickness.ts';
import type { ScanView } from '../../../src/renderer/views/diffraction/useScans.ts';
import { filmOnSubstrate } from '../../simulate/filmOnSubstrate.ts';
import { createRandom } from '../../simulate/random.ts';

const radiation = radiationOf('CuKa') ?? expect.fail('no CuKa');
const all = phaseLibrary();
const library = { phases: all, program: all, tables: XRAY_TABLES };
const COUNTING = { strongest_counts: 6000, background_counts: 80, fwhm_deg: 0.1, eta: 0.4 };

function scan(thickness_um: number, seed: number, change: { readonly time_s?: number } = {}): ScanView {
  const { time_s } = change;
  const film = thickness_um > 0 ? { LiHg3: 1 } : {};
  const scale = time_s ?? 1;
  const sample = {
    ...COUNTING,
    strongest_counts: scale * COUNTING.strongest_counts,
    background_counts: scale * COUNTING.background_counts,
  };
  const counts = filmOnSubstrate(
    { ...sample, film, thickness_um, substrate: 'LLTO-tet' },
    createRandom(seed),
  );
  const metadata = time_s === undefined ? {} : { countingTime_s: time_s };
  // Only what the comparison looks at.
  return { dataset: { metadata }, pattern: { ...counts, radiation }, radiation } as unknown as ScanView;
}

function filmOf(before: ScanView, after: ScanView, film: string | null = null) {
  const settings = { scaleRule: 'none', substrate: 'LLTO-tet', film } as const;
  const phases = ['LiHg3', 'LLTO-tet', 'Li3Hg'];
  const { film: found } = comparePatterns({ pair: { before, after }, radiation, library, settings, phases });
  return found ?? expect.fail('no film');
}

function thicknessOf({ outcome }: ReturnType<typeof filmOf>) {
  return outcome.ok ? outcome.thickness : expect.fail(outcome.refusal);
}

describe('a simulated film of 1 µm LiHg3 on LLTO, scanned without it and with it', () => {
  test('is found as the strongest new phase, with its thickness, error and what that supposes', () => {
    const found = filmOf(scan(0, 1), scan(1, 2));
    const { thickness_um, error_um } = thicknessOf(found);
    expect(found.film).toBe('LiHg3');
    expect(Math.abs(thickness_um - 1)).toBeLessThan(3 * error_um);
    expect(error_um).toBeLessThan(0.15);
    expect(thicknessWords(found.outcome)).toMatch(/^[01]\.\d+ ± 0\.\d+$/);
    expect(thicknessNotes(found).join(' ')).toMatch(
      /even, closed and dense film of LiHg3.*same counting time/,
    );
  });

  test('keeps its thickness when the second scan took three times as long', () => {
    const found = filmOf(scan(0, 3, { time_s: 1 }), scan(1, 4, { time_s: 3 }));
    const { thickness_um, error_um } = thicknessOf(found);
    expect(Math.abs(thickness_um - 1)).toBeLessThan(3 * error_um);
    expect(thicknessNotes(found).join(' ')).toContain('1 s before and 3 s after');
  });

  test('seems 2.6 times as thick when it is taken for Li3Hg, which absorbs as much less', () => {
    const ratio =
      thicknessOf(filmOf(scan(0, 1), scan(1, 2), 'Li3Hg')).thickness_um /
      thicknessOf(filmOf(scan(0, 1), scan(1, 2))).thickness_um;
    // 2590.5/994.9 per cm; lines of Li3Hg lie elsewhere, so that other lines of the substrate stand alone.
    expect(ratio).toBeGreaterThan(2.2);
    expect(ratio).toBeLessThan(3);
  });
});

test.each(['LiHg3', 'Li3Hg'])('no thickness of %s is given where the first scan shows LiHg3', (film) => {
  const found = filmOf(scan(0.5, 5), scan(1, 6), film);
  expect(found.outcome).toEqual({ ok: false, refusal: 'not-bare' });
  expect(thicknessWords(found.outcome)).toContain('not of the bare substrate');
  expect(thicknessNotes(found)).toEqual([]);
});
