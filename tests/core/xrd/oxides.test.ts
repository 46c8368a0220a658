import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attenuationOf } from '#core/xrd/absorption.ts';
import { computePattern } from '#core/xrd/computePattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';

interface Reference {
  readonly density_g_cm3: number;
  /** 2θ for Cu Kα1 and intensity of the lines above 5 of 100. */
  readonly lines: readonly (readonly [number, number])[];
}

/** Made by pymatgen from the structures as their sources list them: tests/fixtures/PROVENANCE.md. */
const REFERENCES = JSON.parse(readFileSync('tests/fixtures/xrd/oxideLines.json', 'utf8')) as Record<
  string,
  Reference
>;
const copper = radiationOf('CuKa1') ?? expect.fail('no CuKa1');
/** Without a tube there are no anomalous terms, as in the reference. */
const radiation = { ...copper, anode: null };

describe('oxides and metals of the library beside pymatgen and the structures of the sources', () => {
  test.each(Object.entries(REFERENCES))('%s: density, angles and intensities agree', (id, reference) => {
    const phase = phaseLibrary().find((each) => each.id === id);
    if (phase?.kind !== 'crystal') return expect.fail(`no structure of ${id}`);
    const { density_g_cm3 } = attenuationOf(phase, XRAY_TABLES, '');
    expect(Math.abs(density_g_cm3 / reference.density_g_cm3 - 1)).toBeLessThan(0.001);
    const peaks = computePattern(phase, radiation, XRAY_TABLES);
    for (const [twoTheta_deg, intensity] of reference.lines) {
      const near = peaks.filter((peak) => Math.abs(peak.twoTheta_deg - twoTheta_deg) < 0.01);
      const sum = near.reduce((total, peak) => total + peak.intensity, 0);
      expect(Math.abs(sum - intensity), `${id} at ${twoTheta_deg}`).toBeLessThan(1.5);
    }
  });
});
