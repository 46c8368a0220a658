/** −Z'' against Z' with equal axes and the decades of frequency marked. */
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import type { CellSpectrum } from '#figures/cellSpectrum.ts';
import { decadeLabels, TakenRoom, type PlacedSpectrum } from '#figures/decadeLabels.ts';
import { equalRanges, limitsOf, type EqualRanges } from '#figures/equalRanges.ts';
import { MM_PER_PT, type FigureStyle, type Frame, type LineTrace, type Panel } from '#figures/figure.ts';
import type { ImpedanceScale } from '#figures/impedanceScale.ts';
import { emOf } from '#figures/panelLayout.ts';
import { spectrumTraces } from '#figures/spectrumTrace.ts';

/** More spectra than this would cover each other's words. */
const MOST_WITH_WORDS = 4;
const WORD_EM = 0.85;

function placed(trace: LineTrace, frame: Frame, { x, y, mmPerUnit }: EqualRanges): PlacedSpectrum {
  const { series } = trace;
  const bottom_mm = frame.top_mm + frame.height_mm;
  return {
    frequency_Hz: trace.frequency_Hz ?? new Float64Array(),
    x_mm: series.x.map((value) => frame.left_mm + (value * series.xScale.factor - x[0]) * mmPerUnit),
    y_mm: series.y.map((value) => bottom_mm - (value * series.yScale.factor - y[0]) * mmPerUnit),
  };
}

function marked(
  traces: readonly LineTrace[],
  style: FigureStyle,
  frame: Frame,
  ranges: EqualRanges,
): readonly LineTrace[] {
  const measured = traces.filter(({ marker }) => marker?.symbol === 'circle');
  if (measured.length === 0 || measured.length > MOST_WITH_WORDS) return traces;
  const { left_mm: left, top_mm: top } = frame;
  const room = new TakenRoom({ left, top, right: left + frame.width_mm, bottom: top + frame.height_mm });
  const places = new Map(measured.map((trace) => [trace.id, placed(trace, frame, ranges)]));
  for (const [id, place] of places) {
    const size_pt = measured.find((trace) => trace.id === id)?.marker?.size_pt ?? 0;
    room.takePoints(place, (size_pt * MM_PER_PT) / 2);
  }
  return traces.map((trace) => {
    const place = places.get(trace.id);
    return place ? { ...trace, pointLabels: decadeLabels(place, WORD_EM * emOf(style), room) } : trace;
  });
}

function shownLimits(traces: readonly LineTrace[], axis: 'x' | 'y') {
  const scale = axis === 'x' ? 'xScale' : 'yScale';
  return (
    limitsOf(traces.map(({ series }) => series[axis].map((value) => value * series[scale].factor))) ?? [0, 1]
  );
}

export interface NyquistRequest {
  readonly style: FigureStyle;
  readonly scale: ImpedanceScale;
  readonly frame: Frame;
}

export function nyquistPanel(
  spectra: readonly CellSpectrum[],
  { style, scale, frame }: NyquistRequest,
): Panel {
  const traces = spectrumTraces(spectra, {
    panel: 'nyquist',
    style,
    saysFrequency: true,
    curveOf: ({ zRe_ohm, zIm_ohm }, spectrum) => ({
      x: zRe_ohm,
      y: zIm_ohm,
      xScale: { offset: 0, factor: scale.factorOf(spectrum) },
      yScale: { offset: 0, factor: -scale.factorOf(spectrum) },
    }),
  });
  const ranges = equalRanges(frame, shownLimits(traces, 'x'), shownLimits(traces, 'y'));
  return {
    id: 'nyquist',
    title: '',
    frame,
    xAxis: { quantity: words.real, unit: scale.unit, range: ranges.x },
    yAxis: { quantity: words.minusImaginary, unit: scale.unit, range: ranges.y },
    xLink: 'nyquist',
    yLink: 'nyquist',
    showsXLabels: true,
    isInset: false,
    equalScale: true,
    yLines: [0],
    traces: marked(traces, style, frame, ranges),
  };
}
