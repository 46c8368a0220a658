/** One spectrum as traces of one panel: the points that count, those left out, and the fitted curve. */
import type { Spectrum } from '#core/eis/spectrum.ts';
import { impedanceFigureWords } from '#core/text/impedanceFigureWords.ts';
import { hasPoints, labelOf, markerOf, type CellSpectrum } from '#figures/cellSpectrum.ts';
import type { DisplayScale, FigureStyle, LineTrace, Series } from '#figures/figure.ts';

/** What a panel shows of a spectrum: stored values and how they are scaled. */
export interface SpectrumCurve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xScale: DisplayScale;
  readonly yScale: DisplayScale;
}

export interface TraceOptions {
  readonly panel: string;
  readonly style: FigureStyle;
  readonly curveOf: (points: Spectrum, spectrum: CellSpectrum) => SpectrumCurve;
  /** Where no axis is the frequency. */
  readonly saysFrequency: boolean;
}

const THIN = 0.7;
const FIT = 1.6;
/** Points left out keep the page quiet. */
export const LEFT_OUT_COLOUR = '#868E96';

function seriesOf(curve: SpectrumCurve): Series {
  return { ...curve, from: null, to: null, pyramid: null, xIsSorted: false };
}

function baseOf(spectrum: CellSpectrum, points: Spectrum, options: TraceOptions) {
  return {
    group: spectrum.group,
    colour: spectrum.colour,
    sourceId: spectrum.source.id,
    series: seriesOf(options.curveOf(points, spectrum)),
    ...(options.saysFrequency ? { frequency_Hz: points.frequency_Hz } : {}),
  };
}

function measured(spectrum: CellSpectrum, all: readonly CellSpectrum[], options: TraceOptions): LineTrace {
  const drawsPoints = hasPoints(all);
  return {
    ...baseOf(spectrum, spectrum.points, options),
    id: `${spectrum.id}-${options.panel}`,
    label: labelOf(spectrum),
    dash: spectrum.dash,
    link: spectrum.id,
    // A fitted curve takes the place of the line through the points.
    lineScale: spectrum.fit && drawsPoints ? 0 : drawsPoints ? THIN : 1,
    ...(drawsPoints ? { marker: markerOf(spectrum, options.style) } : {}),
  };
}

function leftOut(spectrum: CellSpectrum, options: TraceOptions): readonly LineTrace[] {
  const { excluded, id } = spectrum;
  if (!excluded || excluded.frequency_Hz.length === 0) return [];
  const trace = {
    ...baseOf(spectrum, excluded, options),
    id: `${id}-${options.panel}-left-out`,
    label: impedanceFigureWords.leftOut(labelOf(spectrum)),
    colour: LEFT_OUT_COLOUR,
    dash: 'solid',
    link: `${id} left out`,
    lineScale: 0,
    marker: { ...markerOf(spectrum, options.style), symbol: 'cross' },
  } as const;
  return [trace];
}

function fitted(spectrum: CellSpectrum, options: TraceOptions): readonly LineTrace[] {
  if (!spectrum.fit) return [];
  return [
    {
      ...baseOf(spectrum, spectrum.fit, options),
      id: `${spectrum.id}-${options.panel}-fit`,
      label: impedanceFigureWords.fitOf(labelOf(spectrum)),
      dash: spectrum.dash,
      lineScale: FIT,
    },
  ];
}

export function spectrumTraces(
  spectra: readonly CellSpectrum[],
  options: TraceOptions,
): readonly LineTrace[] {
  return spectra.flatMap((spectrum) => [
    ...leftOut(spectrum, options),
    measured(spectrum, spectra, options),
    ...fitted(spectrum, options),
  ]);
}
