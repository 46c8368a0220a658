/** What the user chose in the Compare view; kept over restarts under a versioned key. */
import { useStoredSettings } from '../../app/useStoredSettings.ts';
import type { FigureSize } from '../../components/FigureSizeForm.tsx';

/**
 * Metrics with every cell as a point, how long cells last, voltages side by side, what impedance and diffraction say of each
 * cell, or whether two techniques agree.
 */
export type CompareMode = 'metrics' | 'survival' | 'profiles' | 'techniques' | 'checks';

export type ProfilePart = 'run' | 'halfCycle';

export interface CompareSettings extends FigureSize {
  readonly mode: CompareMode;
  /** Identifiers of groups; those that a study lacks count for nothing. Empty = all. */
  readonly groupIds: readonly string[];
  /** At which polarisations are compared. */
  readonly halfCycle: number;
  /** Metric and set of cells that are drawn, as `metricKey` says; null = the first. */
  readonly shown: string | null;
  /** Whole runs side by side, or one half cycle of each. */
  readonly profile: ProfilePart;
  readonly profileHalfCycle: number;
  /** Voltages side by side have one scale. */
  readonly sharesVoltage: boolean;
  readonly page: boolean;
  readonly table: boolean;
}

export type UpdateSettings = (patch: Partial<CompareSettings>) => void;

const KEY = 'amalgam:compare:1';

const DEFAULTS: CompareSettings = {
  mode: 'metrics',
  groupIds: [],
  halfCycle: 10,
  shown: null,
  profile: 'run',
  profileHalfCycle: 1,
  sharesVoltage: true,
  page: false,
  table: true,
  width_mm: 85,
  height_mm: 70,
  font_pt: 8,
  line_pt: 0.75,
  dpi: 600,
};

export function useCompareSettings(): readonly [CompareSettings, UpdateSettings] {
  return useStoredSettings(KEY, DEFAULTS);
}
