/** What the user chose in the Diffraction view; kept over restarts under a versioned key. */
import type { DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import type { IntensityScale } from '#figures/diffractionScale.ts';
import { useStoredSettings } from '../../app/useStoredSettings.ts';
import type { FigureSize } from '../../components/FigureSizeForm.tsx';

/** All chosen patterns, or one with the fit of its phases. */
export type DiffractionMode = 'patterns' | 'fit';

export interface DiffractionSettings extends FigureSize {
  readonly mode: DiffractionMode;
  readonly axis: DiffractionAxis;
  readonly scale: IntensityScale;
  /** From one pattern to the next, as a share of the highest. */
  readonly offset: number;
  readonly isNormalised: boolean;
  /** Elements that the sample may hold, as typed; empty = any. */
  readonly elements: string;
  /** Phases whose lines are shown; null = those that the identification does not exclude. */
  readonly shownPhases: readonly string[] | null;
  readonly page: boolean;
  readonly table: boolean;
}

export type UpdateSettings = (patch: Partial<DiffractionSettings>) => void;

const KEY = 'amalgam:diffraction:1';

const DEFAULTS: DiffractionSettings = {
  mode: 'patterns',
  axis: 'twoTheta',
  scale: 'linear',
  offset: 1,
  isNormalised: true,
  elements: '',
  shownPhases: null,
  page: false,
  table: true,
  width_mm: 180,
  height_mm: 110,
  font_pt: 8,
  line_pt: 0.75,
  dpi: 600,
};

export function useDiffractionSettings(): readonly [DiffractionSettings, UpdateSettings] {
  return useStoredSettings(KEY, DEFAULTS);
}
