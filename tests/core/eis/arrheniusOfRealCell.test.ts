/** Ion-blocking Li6PS5Cl pellet at −25, −15, 15 and 25 °C (hybrid-drt data set): activation energy of its resistance. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitArrhenius } from '#core/eis/arrhenius.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import { expectData, importBytes } from '../../support/importBytes.ts';
import { sharedFile } from '../../support/sharedData.ts';

const FILES = [
  { name: 'PEIS_TSeq2_25C_#60_C01.mpr', temperature_degC: 25 },
  { name: 'PEIS_TSeq3_15C_#56_C01.mpr', temperature_degC: 15 },
  { name: 'PEIS_TSeq6_-15C_#56_C01.mpr', temperature_degC: -15 },
  { name: 'PEIS_LPSCl_IonBlocking_-25C.mpr', temperature_degC: -25 },
].map(({ name, temperature_degC }) => ({
  path: sharedFile(`biologic/hybrid-drt/${name}`),
  temperature_K: temperature_degC + 273.15,
}));

/** Below this the electrodes block, which is no ideal constant phase. */
const LOWEST_HZ = 1e3;

async function importSpectrum(path: string) {
  const [dataset] = expectData(await importBytes(readFileSync(path), 'cell.mpr')).datasets;
  const frequency_Hz = dataset?.columns.find(({ name }) => name === 'frequency_Hz')?.values ?? [];
  const slow = new Set([...frequency_Hz.keys()].filter((row) => (frequency_Hz[row] ?? 0) < LOWEST_HZ));
  const found = dataset && spectrumOf(dataset, slow)?.spectrum;
  return found ?? expect.fail('no spectrum');
}

/** Series resistance and grain boundaries of the fitted circuit. */
function fittedResistance_ohm(spectrum: Awaited<ReturnType<typeof importSpectrum>>): number {
  const parsed = parseCircuit('R0-p(R1,CPE1)-CPE2');
  const fit = parsed.ok ? fitCircuit({ spectrum, circuit: parsed.circuit }) : null;
  expect(fit?.status).toBe('converged');
  const valueOf = (wanted: string) => fit?.parameters.find(({ name }) => name === wanted)?.value ?? NaN;
  return valueOf('R0') + valueOf('R1');
}

/** What the eye reads from the plot: Z' where −Z'' is least, between the arc and the blocking tail. */
function graphicalResistance_ohm({
  zRe_ohm,
  zIm_ohm,
  frequency_Hz,
}: Awaited<ReturnType<typeof importSpectrum>>) {
  const inside = [...frequency_Hz.keys()].filter((k) => (frequency_Hz[k] ?? 0) < 2e6);
  const valley = inside.reduce((best, k) => ((zIm_ohm[k] ?? 0) > (zIm_ohm[best] ?? 0) ? k : best));
  return zRe_ohm[valley] ?? NaN;
}

test.skipIf(FILES.some(({ path }) => path === null))(
  'a real solid electrolyte: the fits give an energy whose interval holds the one read from the plots',
  async () => {
    const spectra = await Promise.all(
      FILES.map(async ({ path, temperature_K }) => ({
        spectrum: await importSpectrum(path ?? ''),
        temperature_K,
      })),
    );
    const energyFrom = (resistanceOf: typeof fittedResistance_ohm) =>
      fitArrhenius(
        spectra.map(({ spectrum, temperature_K }) => ({ temperature_K, value: 1 / resistanceOf(spectrum) })),
      );
    const fitted = energyFrom(fittedResistance_ohm);
    const read = energyFrom(graphicalResistance_ohm);
    const [lower = NaN, upper = NaN] = fitted?.interval95_kJPerMol ?? [];
    expect(read?.activationEnergy_kJPerMol).toBeGreaterThan(lower);
    expect(read?.activationEnergy_kJPerMol).toBeLessThan(upper);
    // From the end temperatures alone, by hand: R ln(1437/89.5)/(1/248.15 − 1/298.15) = 34.1 kJ/mol.
    expect(Math.abs((fitted?.activationEnergy_kJPerMol ?? NaN) - 34.1)).toBeLessThan(2);
    expect(upper - lower).toBeLessThan(10);
    // Pressed Li6PS5Cl is reported between about 0.3 and 0.4 eV.
    expect(fitted?.activationEnergy_eV).toBeGreaterThan(0.3);
    expect(fitted?.activationEnergy_eV).toBeLessThan(0.4);
  },
);
