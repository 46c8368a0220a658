/** A study: one question, its cells, and which measurement belongs to which cell. Plain data in every host. */
import type { DoubtNote } from '#core/compare/doubtNote.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';

export type Metal = 'Li' | 'Na' | 'K' | 'Zn' | 'Al' | 'Mg';
export type CellKind = 'symmetric' | 'full' | 'half' | 'specimen';

export interface Study {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  /** True for simulated data; every view and figure then says so. */
  readonly simulated: boolean;
  readonly createdAt: string;
  readonly groups: readonly Group[];
  /** Phases the user added for diffraction, from a CIF, a list of lines or by editing; older studies lack the field. */
  readonly phases?: readonly Phase[];
  /** Answers to doubts that a comparison raises; older studies lack the field. */
  readonly doubtNotes?: readonly DoubtNote[];
  /** Numbers by which events of cycling are called, where they differ from the program's own; older studies lack the field. */
  readonly eventThresholds?: Partial<EventThresholds>;
}

/** Cells that are compared as one: bare, amalgam, or any other name. The colour is the same everywhere. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

/** One physical cell or specimen. Null = not known, never a default. */
export interface Cell {
  readonly id: string;
  readonly studyId: string;
  readonly groupId: string | null;
  readonly name: string;
  readonly metal: Metal | null;
  readonly kind: CellKind | null;
  readonly coating: string;
  readonly arealHg_mgPerCm2: number | null;
  readonly layerThickness_um: number | null;
  readonly electrolyte: string;
  readonly electrolyteThickness_um: number | null;
  readonly electrolyteConductivity_SPerCm: number | null;
  readonly area_cm2: number | null;
  readonly activeMass_mg: number | null;
  readonly temperature_K: number | null;
  readonly notes: string;
  /** Null = included; otherwise the reason why the cell is left out. */
  readonly exclusionReason: string | null;
  /** Position within the group; gives the lightness of the cell's colour. */
  readonly order: number;
  /** Start of the plotted time axis in the file's own time, and what lies outside [from, to] is not shown. */
  readonly timeZero_s: number;
  readonly trimFrom_s: number | null;
  readonly trimTo_s: number | null;
  /**
   * Size of the current that was set, for files that recorded none; its sign is then that of the voltage. Cells of
   * older databases lack the field.
   */
  readonly setCurrent_mA?: number | null;
  /** What Sand's time needs of the salt in a liquid electrolyte; cells of older databases lack the fields. */
  readonly salt_molPerL?: number | null;
  /** Ambipolar. */
  readonly saltDiffusivity_cm2PerS?: number | null;
  /** Share of the current that the metal's ion carries, 0..1. */
  readonly cationTransference?: number | null;
}

/** When a measurement was taken in the life of its cell. */
export type StateTag =
  | { readonly kind: 'unspecified' }
  | { readonly kind: 'pristine' }
  | { readonly kind: 'after-cycle'; readonly cycle: number }
  | { readonly kind: 'at-time'; readonly time_s: number };
