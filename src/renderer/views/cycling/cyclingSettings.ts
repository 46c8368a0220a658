/** What the user chose in the Cycling view; kept over restarts under a versioned key. */
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { Derivative } from '#core/cycling/fullCell/derivativeCurves.ts';
import type { Arrangement } from '#figures/voltageTimeFigure.ts';
import { useStoredSettings } from '../../app/useStoredSettings.ts';

export type PlotKind =
  | 'voltageTime'
  | 'halfCycles'
  | 'voltageCapacity'
  | 'polarisation'
  | 'cycles'
  | 'incrementalCapacity';

export interface CyclingSettings {
  readonly plot: PlotKind;
  readonly arrangement: Arrangement;
  readonly inset: boolean;
  readonly isLogarithmic: boolean;
  /** Which cycle retention refers to; null = the first without a flaw. */
  readonly referenceCycle: number | null;
  readonly derivative: Derivative;
  readonly basis: CapacityBasis;
  /** As typed: "1, 2, 10-12". */
  readonly cycles: string;
  /** By dataset id, in mA: the size of the current of a run whose file has none. */
  readonly setCurrents_mA: Readonly<Record<string, number>>;
  readonly page: boolean;
  readonly table: boolean;
  readonly width_mm: number;
  readonly height_mm: number;
  readonly font_pt: number;
  readonly line_pt: number;
  readonly dpi: number;
}

export type UpdateSettings = (patch: Partial<CyclingSettings>) => void;

const KEY = 'amalgam:cycling:1';

const DEFAULTS: CyclingSettings = {
  plot: 'voltageTime',
  arrangement: 'overlaid',
  inset: false,
  isLogarithmic: true,
  referenceCycle: null,
  derivative: 'dQdV',
  basis: 'perArea',
  cycles: '1, 5, 10',
  setCurrents_mA: {},
  page: false,
  table: true,
  width_mm: 180,
  height_mm: 90,
  font_pt: 8,
  line_pt: 0.75,
  dpi: 600,
};

export function useCyclingSettings(): readonly [CyclingSettings, UpdateSettings] {
  return useStoredSettings(KEY, DEFAULTS);
}
