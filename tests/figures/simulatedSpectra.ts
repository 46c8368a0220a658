/** Spectra by the formula of an ideal arc, for figures. */
import type { CellSpectrum } from '#figures/cellSpectrum.ts';

export interface Arc {
  readonly r0_ohm: number;
  readonly r1_ohm: number;
  readonly c_F: number;
}

/** R0 + R1/(1 + jω R1 C) at ten points a decade from 1 MHz to 100 mHz. */
export function simulateArc({ r0_ohm, r1_ohm, c_F }: Arc) {
  const frequency_Hz = Float64Array.from({ length: 71 }, (_, k) => 10 ** (6 - k / 10));
  const omegaTau = frequency_Hz.map((frequency) => 2 * Math.PI * frequency * r1_ohm * c_F);
  return {
    frequency_Hz,
    zRe_ohm: omegaTau.map((wt) => r0_ohm + r1_ohm / (1 + wt * wt)),
    zIm_ohm: omegaTau.map((wt) => (-r1_ohm * wt) / (1 + wt * wt)),
  };
}

export function cellSpectrum(id: string, arc: Arc, patch: Partial<CellSpectrum> = {}): CellSpectrum {
  return {
    id,
    name: id,
    group: 'bare',
    groupColour: '#D55E00',
    colour: '#D55E00',
    dash: 'solid',
    state: 'pristine',
    isCycled: false,
    area_cm2: 0.785,
    points: simulateArc(arc),
    excluded: null,
    fit: null,
    source: { id, cell: id, group: 'bare', fileName: `${id}.mpr`, sha256: '00' },
    ...patch,
  };
}
