/** A phase of the library or of the user, as plain data. The pattern is always computed from it. */

/** How sure the structure is; the reason stands in `source`. */
export type Confidence = 'high' | 'medium' | 'low';

export interface AtomSite {
  readonly element: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** 0 … 1; several elements may share a place. */
  readonly occupancy: number;
  readonly bIso_A2: number;
}

export interface UnitCell {
  readonly a_A: number;
  readonly b_A: number;
  readonly c_A: number;
  readonly alpha_deg: number;
  readonly beta_deg: number;
  readonly gamma_deg: number;
}

interface PhaseDescription {
  /** Stable identifier: `LiHg3`, `LLTO-tet`. */
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly notes: string;
  /** What the user changed of a structure of the library, in words: `x = 0.08, S = 0.45`. */
  readonly variant?: string;
}

/** Cell and atoms known: positions and intensities are computed. */
export interface CrystalPhase extends PhaseDescription {
  readonly kind: 'crystal';
  readonly spaceGroup: string;
  readonly cell: UnitCell;
  /** Symmetry operations as in a CIF: `-x, y+1/2, z`; complete, identity and centrings included. */
  readonly operations: readonly string[];
  readonly sites: readonly AtomSite[];
}

/** Only the cell is known: positions are computed, intensities are free. */
export interface CellOnlyPhase extends PhaseDescription {
  readonly kind: 'cell-only';
  readonly spaceGroup: string;
  readonly cell: UnitCell;
  readonly operations: readonly string[];
}

/** A list of spacings and intensities, as a user types it from a card. */
export interface LinesPhase extends PhaseDescription {
  readonly kind: 'lines';
  readonly lines: readonly { readonly d_A: number; readonly intensity: number }[];
}

/** Broad maxima of a liquid, a glass or a window. */
export interface HaloPhase extends PhaseDescription {
  readonly kind: 'halo';
  readonly halos: readonly {
    readonly q_perA: number;
    readonly fwhm_perA: number;
    readonly relative: number;
  }[];
}

export type Phase = CrystalPhase | CellOnlyPhase | LinesPhase | HaloPhase;
