/** What the user chose in the Diffraction view; kept over restarts under a versioned key. */
import type { DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import type { IntensityScale } from '#figures/diffractionScale.ts';
import { useStoredSettings } from '../../app/useStoredSettings.ts';
import type { FigureSize } from '../../components/FigureSizeForm.tsx';

/** All chosen patterns, one with the fit of its phases, or what changed between two. */
export type DiffractionMode = 'patterns' | 'fit' | 'compare';

/** What the scan before is multiplied by. */
export type ScaleRule = 'none' | 'counting-time' | 'substrate-line';

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
  readonly scaleRule: ScaleRule;
  /** Phase beneath, whose lines do not change. */
  readonly substrate: string;
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
  scaleRule: 'none',
  substrate: 'LLTO-tet',
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
