/** The user's answer to the question which X-rays a pattern was measured with. */
import type { Dataset } from '#core/dataset.ts';
import type { Radiation, SpectralLine } from '#core/xrd/radiation.ts';

/** A diffraction dataset with the radiation as given in place of what its file says; any other one as it is. */
export function applyRadiation(dataset: Dataset, { id, anode, lines }: Radiation): Dataset {
  if (dataset.kind !== 'diffraction') return dataset;
  const lineOf = (name: SpectralLine['name']) => lines.find((line) => line.name === name);
  const metadata = {
    ...dataset.metadata,
    anode,
    kAlpha1_A: lineOf('Ka1')?.wavelength_A ?? null,
    kAlpha2_A: lineOf('Ka2')?.wavelength_A ?? null,
    kBeta_A: lineOf('Kb1')?.wavelength_A ?? null,
    ratioKAlpha2: lineOf('Ka2')?.weight ?? 0,
    wavelength_A: null,
    radiation: id,
    radiationSource: 'given',
  };
  return { ...dataset, metadata };
}
