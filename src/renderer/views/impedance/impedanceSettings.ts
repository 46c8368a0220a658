/** What the user chose in the Impedance view; kept over restarts under a versioned key. */
import type { BatchStep } from '#core/eis/batchItem.ts';
import type { LambdaRule } from '#core/eis/drtResult.ts';
import type { Weighting } from '#core/eis/fitResult.ts';
import type { ImpedanceCell } from '#core/eis/readyCircuits.ts';
import type { ImpedanceBasis } from '#figures/impedanceScale.ts';
import { useStoredSettings } from '../../app/useStoredSettings.ts';
import type { FigureSize } from '../../components/FigureSizeForm.tsx';

export type ImpedanceMode = 'spectra' | 'validity' | 'fit' | 'drt' | 'series' | 'batch';
export type PanelChoice = 'both' | 'nyquist' | 'bode';

export interface ImpedanceSettings extends FigureSize {
  readonly mode: ImpedanceMode;
  readonly panels: PanelChoice;
  readonly basis: ImpedanceBasis;
  /** As typed: "1, 5, 10-12"; empty = all. */
  readonly sweeps: string;
  readonly excluding: boolean;
  readonly weighting: Weighting;
  /** Among which ready circuits is chosen. */
  readonly cellKind: ImpedanceCell;
  readonly lambdaRule: LambdaRule;
  readonly lambda: number;
  /** Of the series: which fitted quantity is drawn. */
  readonly quantity: string;
  readonly seriesPlot: 'series' | 'arrhenius';
  /** As chosen; null = what the spectra are a series of. */
  readonly seriesAxis: SeriesAxis | null;
  readonly batchSteps: readonly BatchStep[];
  /** As typed; empty = one is chosen for each spectrum. */
  readonly batchCircuit: string;
  /** Typed for spectra whose files do not say it, by dataset. */
  readonly temperatures_degC: Readonly<Record<string, number>>;
  /** Relative standard error of the electrode areas; 0 = they are taken as exact. */
  readonly areaError_percent: number;
  readonly page: boolean;
  readonly table: boolean;
}

/** Over what the fitted quantities of a series are drawn. */
export type SeriesAxis = 'time' | 'cycle' | 'charge' | 'number';

export type UpdateSettings = (patch: Partial<ImpedanceSettings>) => void;

const KEY = 'amalgam:impedance:1';

const DEFAULTS: ImpedanceSettings = {
  mode: 'spectra',
  panels: 'both',
  basis: 'perInterface',
  sweeps: '',
  excluding: false,
  weighting: 'modulus',
  cellKind: 'any',
  lambdaRule: 'gcv',
  lambda: 1e-3,
  quantity: '',
  seriesPlot: 'series',
  seriesAxis: null,
  batchSteps: ['kramersKronig', 'drt', 'fit'],
  batchCircuit: '',
  temperatures_degC: {},
  areaError_percent: 0,
  page: false,
  table: true,
  width_mm: 180,
  height_mm: 90,
  font_pt: 8,
  line_pt: 0.75,
  dpi: 600,
};

export function useImpedanceSettings(): readonly [ImpedanceSettings, UpdateSettings] {
  return useStoredSettings(KEY, DEFAULTS);
}
