/** All that was measured of one cell and bears on a comparison, as plain data. */
import type { Conditioning } from '#core/compare/conditioningOf.ts';
import type { ImpliedRetention, NoImpliedRetention } from '#core/cycling/fullCell/impliedRetention.ts';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import type { DerivedQuantity } from '#core/eis/derivedQuantity.ts';
import type { HighFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import { stateAge } from '#core/project/stateAge.ts';
import type { Cell, StateTag } from '#core/project/study.ts';

export interface SpectrumEvidence {
  readonly label: string;
  readonly state: StateTag;
  readonly intercept: HighFrequencyIntercept | null;
  /** Circuit that was fitted; null = none could be. */
  readonly circuit: string | null;
  /** Resistance of the slowest arc of the whole cell, Ω. */
  readonly interface_ohm: DerivedQuantity | null;
  /** Resistances in front of it, Ω. */
  readonly electrolyte_ohm: DerivedQuantity | null;
}

export interface CellEvidence {
  readonly cell: Cell;
  /** Cycling runs, those that continue each other joined. */
  readonly runs: readonly CyclingSummary[];
  readonly spectra: readonly SpectrumEvidence[];
  /** Of an exponential fall of the polarisation to a plateau, where such a model was fitted. */
  readonly conditioning?: Conditioning | null;
  /** What the efficiencies of the main run would leave of its capacity; null where its voltage changes sign. */
  readonly impliedRetention?: ImpliedRetention | NoImpliedRetention | null;
  /** Phases that diffraction found, by their ids. */
  readonly phases?: readonly string[];
  /** Thickness of the layer after cycling, if it was looked at. */
  readonly laterThickness_um?: number | null;
  /** The batch the cell was made in. */
  readonly batch?: string | null;
  /** Why a test ended that no failure ended. */
  readonly endReason?: string | null;
  /** Photoelectron spectra of this cell's electrode are part of the study. */
  readonly hasXps?: boolean;
}

/** The run with the most half cycles; null without any. */
export function mainRun({ runs }: Pick<CellEvidence, 'runs'>): CyclingSummary | null {
  const [first, ...others] = runs.filter(({ halfCycles }) => halfCycles.length > 0);
  if (!first) return null;
  return others.reduce((most, run) => (run.halfCycles.length > most.halfCycles.length ? run : most), first);
}

/** The spectrum taken before cycling; null when none is marked so. */
export function pristineSpectrum({ spectra }: Pick<CellEvidence, 'spectra'>): SpectrumEvidence | null {
  return spectra.find(({ state }) => state.kind === 'pristine') ?? null;
}

/** The last of the spectra marked as taken after a cycle or at a time; null without one. */
export function cycledSpectrum({ spectra }: Pick<CellEvidence, 'spectra'>): SpectrumEvidence | null {
  return (
    spectra
      .filter(({ state }) => stateAge(state) > 0)
      .sort((a, b) => stateAge(b.state) - stateAge(a.state))[0] ?? null
  );
}

/** A film that holds mercury, as far as the description of the cell says. */
export function isAmalgam({ coating, arealHg_mgPerCm2 }: Cell): boolean {
  return (arealHg_mgPerCm2 ?? 0) > 0 || /amalgam|mercury|\bHg|Hg\b/iu.test(coating);
}

/** A ceramic or another solid electrolyte, told by its name or by its being described as a slab that conducts. */
export function hasSolidElectrolyte({ electrolyte, electrolyteConductivity_SPerCm }: Cell): boolean {
  return (
    /LLTO|LLZ|LATP|LAGP|garnet|ceramic|solid/iu.test(electrolyte) || electrolyteConductivity_SPerCm !== null
  );
}

/** Interfaces that share the arc of a spectrum: two in a symmetric cell. */
export function interfacesOf({ kind }: Cell): 1 | 2 {
  return kind === 'symmetric' ? 2 : 1;
}
