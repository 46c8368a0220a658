/** A spectrum with the curve of its circuit, and what that leaves over. */
import type { Circuit } from '#core/eis/circuit.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { impedanceFigure } from '#figures/impedanceFigure.ts';
import type { StudyContents } from '../../../store/studyStore.ts';
import { possibleBasis } from '../basisLack.ts';
import { cellSpectra } from '../cellSpectra.ts';
import type { ImpedanceSettings } from '../impedanceSettings.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { circuitResiduals, startCurve } from './circuitCurve.ts';

export interface FitFigureRequest {
  readonly contents: StudyContents;
  readonly view: SpectrumView;
  /** With its start values; null = no circuit yet. */
  readonly circuit: Circuit | null;
  readonly settings: ImpedanceSettings;
  readonly style: FigureStyle;
}

export function fitFigure({ contents, view, circuit, settings, style }: FitFigureRequest): Figure | null {
  const measured = view.used.spectrum;
  const hasCurve = circuit !== null && measured.frequency_Hz.length > 0;
  const fits = new Map(hasCurve ? [[view.dataset.id, startCurve(circuit, measured)]] : []);
  const spectra = cellSpectra(contents, [view], fits);
  const [spectrum] = spectra;
  if (!spectrum) return null;
  return impedanceFigure(spectra, {
    style,
    basis: possibleBasis([view], settings.basis),
    simulated: contents.study.simulated,
    nyquist: true,
    rows: hasCurve ? ['modulus', 'phase', 'residuals'] : ['modulus', 'phase'],
    residuals: hasCurve ? [{ spectrum, ...circuitResiduals(circuit, measured) }] : [],
  });
}
