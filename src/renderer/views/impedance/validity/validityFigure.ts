/** The tested spectrum beside what the Kramers-Kronig test leaves over. */
import type { KramersKronig } from '#core/eis/kramersKronigResult.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { impedanceFigure } from '#figures/impedanceFigure.ts';
import type { StudyContents } from '../../../store/studyStore.ts';
import { possibleBasis } from '../basisLack.ts';
import { cellSpectra } from '../cellSpectra.ts';
import type { ImpedanceSettings } from '../impedanceSettings.ts';
import type { SpectrumView } from '../useSpectra.ts';

export interface ValidityFigureRequest {
  readonly contents: StudyContents;
  readonly view: SpectrumView;
  readonly kramersKronig: KramersKronig | null;
  readonly settings: ImpedanceSettings;
  readonly style: FigureStyle;
}

export function validityFigure(request: ValidityFigureRequest): Figure | null {
  const { contents, view, kramersKronig, settings, style } = request;
  const spectra = cellSpectra(contents, [view], new Map());
  const [spectrum] = spectra;
  if (!spectrum) return null;
  return impedanceFigure(spectra, {
    style,
    basis: possibleBasis([view], settings.basis),
    simulated: contents.study.simulated,
    nyquist: true,
    rows: ['modulus', 'residuals'],
    residuals: kramersKronig ? [{ spectrum, ...residualsOf(kramersKronig) }] : [],
  });
}

function residualsOf({ residualRe, residualIm }: KramersKronig) {
  return { residualRe, residualIm };
}
