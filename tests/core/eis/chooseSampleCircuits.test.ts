import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chooseCircuit } from '#core/eis/chooseCircuit.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import { firstDataset, importBytes } from '../../support/importBytes.ts';

const FOLDER = resolve(import.meta.dirname, '../../../resources/sample-study/simulated-impedance');

/** tests/simulate/cells/solidElectrolyteCell.ts: leads, grains, grain boundaries and interface in series. */
test.each(readdirSync(FOLDER))(
  'the simulated spectrum %s gets the circuit it was made from, and nothing but noise is left',
  async (name) => {
    const path = join(FOLDER, name);
    const dataset = firstDataset(await importBytes(readFileSync(path), path));
    const usable = spectrumOf(dataset);
    const choice = usable && chooseCircuit({ spectrum: usable.spectrum });
    expect(choice?.fit.circuit).toBe('L0-R0-p(R1,CPE1)-p(R2,CPE2)');
    const { chiSquared_modulus, points } = choice?.fit ?? { chiSquared_modulus: NaN, points: 0 };
    const rms = Math.sqrt(chiSquared_modulus / (2 * points));
    expect(rms).toBeLessThan(2 * (choice?.kramersKronig.noiseRms ?? 0));
  },
);
