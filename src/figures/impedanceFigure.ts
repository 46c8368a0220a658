/** Impedance spectra in linked panels: Nyquist, Bode and what a fit or a test leaves over. */
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import { frequencyRange, modulusPanel, phasePanel, type FrequencyPanelRequest } from '#figures/bodePanels.ts';
import { spectrumLegend, type CellSpectrum } from '#figures/cellSpectrum.ts';
import { notesOf } from '#figures/cellTrace.ts';
import type { Figure, FigureSource, FigureStyle, Panel } from '#figures/figure.ts';
import { impedanceLayout } from '#figures/impedanceLayout.ts';
import { impedanceScale, type ImpedanceBasis } from '#figures/impedanceScale.ts';
import { nyquistPanel } from '#figures/nyquistPanel.ts';
import { residualPanel, type Residuals } from '#figures/residualPanel.ts';

export type FrequencyRow = 'modulus' | 'phase' | 'residuals';

export interface ImpedanceOptions {
  readonly style: FigureStyle;
  readonly basis: ImpedanceBasis;
  readonly simulated: boolean;
  readonly nyquist: boolean;
  /** From top to bottom. */
  readonly rows: readonly FrequencyRow[];
  readonly residuals?: readonly Residuals[];
  readonly notes?: readonly string[];
}

function rowPanel(
  row: FrequencyRow,
  spectra: readonly CellSpectrum[],
  request: FrequencyPanelRequest,
  residuals: readonly Residuals[],
): Panel {
  switch (row) {
    case 'modulus':
      return modulusPanel(spectra, request);
    case 'phase':
      return phasePanel(spectra, request);
    case 'residuals':
      return residualPanel(residuals, request);
  }
}

function identityOf({ nyquist, rows }: ImpedanceOptions): Pick<Figure, 'id' | 'title'> {
  if (rows.includes('residuals')) return { id: 'residuals', title: words.validityTitle };
  if (rows.length === 0) return { id: 'nyquist', title: words.nyquistTitle };
  return nyquist ? { id: 'impedance', title: words.impedanceTitle } : { id: 'bode', title: words.bodeTitle };
}

/** A file with many spectra is named once. */
function sourcesOf(spectra: readonly CellSpectrum[]): readonly FigureSource[] {
  const byFile = new Map(spectra.map(({ source }) => [`${source.cell}\n${source.sha256}`, source]));
  return [...byFile.values()];
}

export function impedanceFigure(spectra: readonly CellSpectrum[], options: ImpedanceOptions): Figure {
  const { style, basis, nyquist, rows, residuals = [] } = options;
  const scale = impedanceScale(spectra, basis);
  const legend = spectrumLegend(spectra, style);
  const layout = impedanceLayout(style, { hasNyquist: nyquist, rows: rows.length, legend });
  const range_Hz = frequencyRange(spectra);
  const panels = layout.rows.flatMap((frame, index) => {
    const row = rows[index];
    const request = {
      style,
      scale,
      frame,
      showsXLabels: !layout.sharesXLabels || index === rows.length - 1,
      range_Hz,
    };
    return row ? [rowPanel(row, spectra, request, residuals)] : [];
  });
  return {
    ...style,
    ...identityOf(options),
    panels: layout.nyquist
      ? [nyquistPanel(spectra, { style, scale, frame: layout.nyquist }), ...panels]
      : panels,
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...scale.notes, ...(options.notes ?? []), ...notesOf(spectra, options.simulated)],
    sources: sourcesOf(spectra),
  };
}
