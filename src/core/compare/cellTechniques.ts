/** What impedance says of one cell before and after cycling, beside each other. */
import {
  cycledSpectrum,
  interfacesOf,
  pristineSpectrum,
  type CellEvidence,
  type SpectrumEvidence,
} from '#core/compare/cellEvidence.ts';
import type { DerivedQuantity } from '#core/eis/derivedQuantity.ts';
import type { Cell } from '#core/project/study.ts';

export interface CellTechniques {
  readonly cell: Cell;
  /** Null: none is marked so. */
  readonly pristine: SpectrumReading | null;
  readonly cycled: SpectrumReading | null;
  /** Spectra of which it is not said when they were taken: they are neither. */
  readonly unmarked: number;
}

export interface SpectrumReading extends SpectrumEvidence {
  /** Of one interface; its error is that of the fit alone. Null without an arc or an area. */
  readonly interface_ohm_cm2: DerivedQuantity | null;
}

export function cellTechniques(evidence: Pick<CellEvidence, 'cell' | 'spectra'>): CellTechniques {
  const { cell, spectra } = evidence;
  const reading = (spectrum: SpectrumEvidence | null) =>
    spectrum && { ...spectrum, interface_ohm_cm2: interface_ohm_cm2(cell, spectrum) };
  return {
    cell,
    pristine: reading(pristineSpectrum(evidence)),
    cycled: reading(cycledSpectrum(evidence)),
    unmarked: spectra.filter(({ state }) => state.kind === 'unspecified').length,
  };
}

/** A symmetric cell shares its arc between two interfaces. */
function interface_ohm_cm2(cell: Cell, { interface_ohm }: SpectrumEvidence): DerivedQuantity | null {
  if (interface_ohm === null || cell.area_cm2 === null) return null;
  const factor = cell.area_cm2 / interfacesOf(cell);
  const { value, standardError } = interface_ohm;
  return { value: value * factor, standardError: standardError === null ? null : standardError * factor };
}
