/** Distributions of relaxation times over τ, with their bands and their peaks named by resistance. */
import type { Drt } from '#core/eis/drtResult.ts';
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import { labelOf, spectrumLegend, type CellSpectrum } from '#figures/cellSpectrum.ts';
import { notesOf } from '#figures/cellTrace.ts';
import { limitsOf } from '#figures/equalRanges.ts';
import type { Figure, FigureStyle, LineTrace, PointLabel, Series } from '#figures/figure.ts';
import { impedanceScale, type ImpedanceBasis } from '#figures/impedanceScale.ts';
import { panelLayout } from '#figures/panelLayout.ts';

export interface CellDrt {
  readonly spectrum: CellSpectrum;
  readonly drt: Drt;
}

export interface DrtOptions {
  readonly style: FigureStyle;
  readonly basis: ImpedanceBasis;
  readonly simulated: boolean;
}

/** More distributions than this have no bands: they would cover each other. */
const MOST_BANDS = 3;
const PEAK_PT = 5;
const PEAK_DIGITS = 3;
/** Width of a peak's words on the axis. */
const WORDS_DECADES = 0.7;

interface Shown {
  readonly factor: number;
  readonly unit: string;
}

function seriesOf(drt: Drt, y: Float64Array, { factor }: Shown): Series {
  return {
    x: drt.tau_s,
    y,
    xScale: { offset: 0, factor: 1 },
    yScale: { offset: 0, factor },
    from: null,
    to: null,
    pyramid: null,
    xIsSorted: true,
  };
}

function baseOf({ spectrum }: CellDrt) {
  const { group, colour, dash, source } = spectrum;
  return { group, colour, dash, sourceId: source.id };
}

function bandTraces(cell: CellDrt, shown: Shown): readonly LineTrace[] {
  const { lower_ohm, upper_ohm } = cell.drt;
  if (!lower_ohm || !upper_ohm) return [];
  const { id } = cell.spectrum;
  const label = words.band(labelOf(cell.spectrum));
  const edge = { ...baseOf(cell), label, lineScale: 0 };
  return [
    { ...edge, id: `${id}-lower`, series: seriesOf(cell.drt, lower_ohm, shown) },
    { ...edge, id: `${id}-upper`, series: seriesOf(cell.drt, upper_ohm, shown), fillsToPrevious: true },
  ];
}

function nearest(values: Float64Array, wanted: number): number {
  let best = 0;
  values.forEach((value, k) => {
    const distance = Math.abs(Math.log(value / wanted));
    if (distance < Math.abs(Math.log((values[best] ?? NaN) / wanted))) best = k;
  });
  return best;
}

/** Peaks that others stand beside are points without words: the table names them. */
function peakLabels(cell: CellDrt, { factor, unit }: Shown, all: readonly CellDrt[]): readonly PointLabel[] {
  const peaks = all.flatMap(({ drt }) => drt.peaks);
  const { drt } = cell;
  return drt.peaks.map((peak) => {
    const isAlone = peaks.every((other) => other === peak || isApart(other.tau_s, peak.tau_s));
    const words = `${Number((peak.r_ohm * factor).toPrecision(PEAK_DIGITS))} ${unit}`;
    return { index: nearest(drt.tau_s, peak.tau_s), text: isAlone ? words : '', side: 'above' };
  });
}

function isApart(a_s: number, b_s: number): boolean {
  return Math.abs(Math.log10(a_s / b_s)) > WORDS_DECADES;
}

/** The curve, and its peaks as points of their own. */
function curveTraces(cell: CellDrt, shown: Shown, all: readonly CellDrt[]): readonly LineTrace[] {
  const { spectrum, drt } = cell;
  const labels = peakLabels(cell, shown, all);
  const at = (values: Float64Array) => Float64Array.from(labels, ({ index }) => values[index] ?? NaN);
  const curve = {
    ...baseOf(cell),
    id: `${spectrum.id}-gamma`,
    label: labelOf(spectrum),
    lineScale: 1.5,
    series: seriesOf(drt, drt.gamma_ohm, shown),
  };
  const peaks = {
    ...curve,
    id: `${spectrum.id}-peaks`,
    lineScale: 0,
    marker: { symbol: 'circle', open: spectrum.isCycled, size_pt: PEAK_PT } as const,
    series: { ...seriesOf(drt, at(drt.gamma_ohm), shown), x: at(drt.tau_s) },
    pointLabels: labels.map((label, index) => ({ ...label, index })),
  };
  return labels.length === 0 ? [curve] : [curve, peaks];
}

export function drtFigure(cells: readonly CellDrt[], { style, basis, simulated }: DrtOptions): Figure {
  const spectra = cells.map(({ spectrum }) => spectrum);
  const scale = impedanceScale(spectra, basis);
  const legend = spectrumLegend(spectra, style);
  const layout = panelLayout(style, { columns: 1, hasTitles: false, hasNotes: true, legend });
  const hasBands = cells.length <= MOST_BANDS && cells.some(({ drt }) => drt.upper_ohm !== null);
  const shownOf = ({ spectrum }: CellDrt) => ({ factor: scale.factorOf(spectrum), unit: scale.unit });
  const bands = hasBands ? cells.flatMap((cell) => bandTraces(cell, shownOf(cell))) : [];
  const curves = cells.flatMap((cell) => curveTraces(cell, shownOf(cell), cells));
  const most = limitsOf(curves.map(({ series }) => series.y.map((y) => y * series.yScale.factor)))?.[1] ?? 1;
  return {
    ...style,
    id: 'drt',
    title: words.drtTitle,
    panels: layout.frames.map((frame) => ({
      id: 'drt',
      title: '',
      frame,
      xAxis: {
        quantity: words.relaxationTime,
        unit: 's',
        range: limitsOf(cells.map(({ drt }) => drt.tau_s)),
        scale: 'log',
        powers: true,
      },
      // The highest peak keeps room for its name; a band may leave the frame.
      yAxis: { quantity: words.gamma, unit: scale.unit, range: [-0.03 * most, 1.2 * most] },
      xLink: null,
      yLink: 'gamma',
      showsXLabels: true,
      isInset: false,
      yLines: [0],
      traces: [...bands, ...curves],
    })),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...scale.notes, ...(hasBands ? [words.bandNote] : []), ...notesOf(spectra, simulated)],
    sources: spectra.map(({ source }) => source),
  };
}
