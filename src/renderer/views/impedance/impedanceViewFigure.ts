/** The figure of the chosen spectra, from what is loaded and what the user chose. */
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { impedanceFigure, type FrequencyRow } from '#figures/impedanceFigure.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { possibleBasis } from './basisLack.ts';
import { cellSpectra } from './cellSpectra.ts';
import type { ImpedanceSettings, PanelChoice } from './impedanceSettings.ts';
import type { SpectrumView } from './useSpectra.ts';

const ROWS: Readonly<Record<PanelChoice, readonly FrequencyRow[]>> = {
  both: ['modulus', 'phase'],
  nyquist: [],
  bode: ['modulus', 'phase'],
};

export interface FigureRequest {
  readonly contents: StudyContents;
  readonly views: readonly SpectrumView[];
  readonly fits: ReadonlyMap<string, Spectrum>;
  readonly settings: ImpedanceSettings;
  readonly style: FigureStyle;
}

/** Null while there is nothing to draw. */
export function spectraFigure({ contents, views, fits, settings, style }: FigureRequest): Figure | null {
  if (views.length === 0) return null;
  return impedanceFigure(cellSpectra(contents, views, fits), {
    style,
    basis: possibleBasis(views, settings.basis),
    simulated: contents.study.simulated,
    nyquist: settings.panels !== 'bode',
    rows: ROWS[settings.panels],
  });
}
