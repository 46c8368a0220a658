/** What the user chose in the Diffraction view; kept over restarts under a versioned key. */
import type { DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import type { IntensityScale } from '#figures/diffractionScale.ts';
import { useStoredSettings } from '../../app/useStoredSettings.ts';
import { AMOUNT_DEFAULTS, type AmountSettings } from './amounts/amountSettings.ts';
import type { FigureSize } from '../../components/FigureSizeForm.tsx';
import { PEAK_DEFAULTS, type PeakSettings } from './peaks/peakSettings.ts';
import { BACKGROUND_DEFAULTS, type BackgroundSettings } from './background/backgroundSettings.ts';

/** All chosen patterns, one with the fit of its phases or with its single peaks, or what changed between two. */
export type DiffractionMode = 'patterns' | 'fit' | 'peaks' | 'compare';

/** What the scan before is multiplied by. */
export type ScaleRule = 'none' | 'counting-time' | 'substrate-line';

export interface DiffractionSettings extends FigureSize, PeakSettings, BackgroundSettings, AmountSettings {
  readonly mode: DiffractionMode;
  readonly axis: DiffractionAxis;
  readonly scale: IntensityScale;
  /** From one pattern to the next, as a share of the highest. */
  readonly offset: number;
  readonly isNormalised: boolean;
  /** Elements that the sample may hold, as typed; empty = any. */
  readonly elements: string;
  /** Phases whose lines are shown; null = those that are present. */
  readonly shownPhases: readonly string[] | null;
  /** Undecided phases are shown beside those that are present. */
  readonly showsUndecided: boolean;
  readonly scaleRule: ScaleRule;
  /** Phase beneath, whose lines do not change. */
  readonly substrate: string;
  readonly page: boolean;
  readonly table: boolean;
}

export type UpdateSettings = (patch: Partial<DiffractionSettings>) => void;

const KEY = 'amalgam:diffraction:1';

const DEFAULTS: DiffractionSettings = {
  ...PEAK_DEFAULTS,
  ...BACKGROUND_DEFAULTS,
  ...AMOUNT_DEFAULTS,
  mode: 'patterns',
  axis: 'twoTheta',
  scale: 'linear',
  offset: 1,
  isNormalised: true,
  elements: '',
  shownPhases: null,
  showsUndecided: false,
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
