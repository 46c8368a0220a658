/** What the user chose in the Layer view; kept over restarts under a versioned key. */
import { useStoredSettings } from '../../app/useStoredSettings.ts';
import type { FigureSize } from '../../components/FigureSizeForm.tsx';

export interface LayerSettings extends FigureSize {
  readonly metal: string;
  readonly amount: 'thickness' | 'mass';
  readonly thickness_um: number;
  readonly mass_mgPerCm2: number;
  readonly phase: string;
  readonly protocol: 'own' | 'run';
  readonly current_mAPerCm2: number;
  readonly halfCycle_min: number;
  readonly halfCycles: number;
  readonly first: 'strip' | 'plate';
  readonly electrode: 'working' | 'counter';
  readonly exchange_perHour: number;
  readonly page: boolean;
  readonly table: boolean;
  readonly shownTable: 'milestones' | 'diffusion';
}

export type UpdateLayerSettings = (patch: Partial<LayerSettings>) => void;

const KEY = 'amalgam:layer:1';

/** The paper's film and current. */
const DEFAULTS: LayerSettings = {
  metal: 'Li',
  amount: 'thickness',
  thickness_um: 7,
  mass_mgPerCm2: 8.6,
  phase: 'LiHg3',
  protocol: 'own',
  current_mAPerCm2: 2,
  halfCycle_min: 60,
  halfCycles: 4,
  first: 'strip',
  electrode: 'working',
  exchange_perHour: 1,
  page: false,
  table: true,
  shownTable: 'milestones',
  width_mm: 120,
  height_mm: 150,
  font_pt: 8,
  line_pt: 0.75,
  dpi: 600,
};

export function useLayerSettings(): readonly [LayerSettings, UpdateLayerSettings] {
  return useStoredSettings(KEY, DEFAULTS);
}
