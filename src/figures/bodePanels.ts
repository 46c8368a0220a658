/** |Z| and −phase against frequency. */
import type { Spectrum } from '#core/eis/spectrum.ts';
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import type { CellSpectrum } from '#figures/cellSpectrum.ts';
import { limitsOf, type Limits } from '#figures/equalRanges.ts';
import type { FigureStyle, Frame, LineTrace, Panel } from '#figures/figure.ts';
import type { ImpedanceScale } from '#figures/impedanceScale.ts';
import { spectrumTraces } from '#figures/spectrumTrace.ts';

const PLAIN = { offset: 0, factor: 1 } as const;
const DEGREES = 180 / Math.PI;
/** Room beside the first and the last point, as a factor. */
const AIR = 1.6;
/** Degrees above and below the data. */
const PHASE_AIR = 6;

function modulus({ zRe_ohm, zIm_ohm }: Spectrum): Float64Array {
  return zRe_ohm.map((re, k) => Math.hypot(re, zIm_ohm[k] ?? NaN));
}

function minusPhase_deg({ zRe_ohm, zIm_ohm }: Spectrum): Float64Array {
  return zRe_ohm.map((re, k) => -Math.atan2(zIm_ohm[k] ?? NaN, re) * DEGREES);
}

/** Of all spectra, with air; every panel over frequency has the same. */
export function frequencyRange(spectra: readonly CellSpectrum[]): Limits | null {
  const limits = limitsOf(
    spectra.flatMap(({ points, excluded }) => [
      points.frequency_Hz,
      ...(excluded ? [excluded.frequency_Hz] : []),
    ]),
  );
  return limits && [limits[0] / AIR, limits[1] * AIR];
}

export interface FrequencyPanelRequest {
  readonly style: FigureStyle;
  readonly scale: ImpedanceScale;
  readonly frame: Frame;
  readonly showsXLabels: boolean;
  readonly range_Hz: Limits | null;
}

/** What all panels over frequency have in common. */
export function frequencyPanel({ frame, showsXLabels, range_Hz }: FrequencyPanelRequest) {
  return {
    title: '',
    frame,
    xAxis: { quantity: words.frequency, unit: 'Hz', range: range_Hz, scale: 'log', powers: true },
    xLink: 'frequency',
    showsXLabels,
    isInset: false,
  } as const;
}

function yLimits(traces: readonly LineTrace[]): Limits | null {
  return limitsOf(traces.map(({ series }) => series.y.map((value) => value * series.yScale.factor)));
}

export function modulusPanel(spectra: readonly CellSpectrum[], request: FrequencyPanelRequest): Panel {
  const { style, scale } = request;
  const traces = spectrumTraces(spectra, {
    panel: 'modulus',
    style,
    saysFrequency: false,
    curveOf: (points, spectrum) => ({
      x: points.frequency_Hz,
      y: modulus(points),
      xScale: PLAIN,
      yScale: { offset: 0, factor: scale.factorOf(spectrum) },
    }),
  });
  const limits = yLimits(traces);
  const range = limits && limits[0] > 0 ? wholeDecades(limits) : null;
  return {
    ...frequencyPanel(request),
    id: 'modulus',
    yAxis: { quantity: words.modulus, unit: scale.unit, range, scale: 'log', powers: isLong(range) },
    yLink: 'modulus',
    traces,
  };
}

/** So that at least two decades are named. */
function wholeDecades([low, high]: Limits): Limits {
  const from = Math.floor(Math.log10(low / 1.15));
  return [10 ** from, 10 ** Math.max(from + 1, Math.ceil(Math.log10(high * 1.15)))];
}

function isLong(range: Limits | null): boolean {
  return range !== null && (range[1] > 2e4 || range[0] < 2e-3);
}

export function phasePanel(spectra: readonly CellSpectrum[], request: FrequencyPanelRequest): Panel {
  const traces = spectrumTraces(spectra, {
    panel: 'phase',
    style: request.style,
    saysFrequency: false,
    curveOf: (points) => ({
      x: points.frequency_Hz,
      y: minusPhase_deg(points),
      xScale: PLAIN,
      yScale: PLAIN,
    }),
  });
  const limits = yLimits(traces);
  return {
    ...frequencyPanel(request),
    id: 'phase',
    yAxis: {
      quantity: words.minusPhase,
      unit: '°',
      range: limits && [Math.min(0, limits[0]) - PHASE_AIR, Math.max(30, limits[1]) + PHASE_AIR],
    },
    yLink: 'phase',
    yLines: [0],
    traces,
  };
}
