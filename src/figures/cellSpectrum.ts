/** An impedance spectrum as figures know it: whose it is, when in the life of its cell, and which points count. */
import type { Spectrum } from '#core/eis/spectrum.ts';
import { impedanceFigureWords } from '#core/text/impedanceFigureWords.ts';
import { byGroup, type CellIdentity } from '#figures/cellTrace.ts';
import type { FigureStyle, Marker } from '#figures/figure.ts';
import type { LegendItem } from '#figures/panelLayout.ts';

export interface CellSpectrum extends CellIdentity {
  /** `pristine`, `after cycle 5`, `3 of 61`; empty when nothing is said. */
  readonly state: string;
  /** Open points: the cell was cycled. */
  readonly isCycled: boolean;
  readonly area_cm2: number | null;
  readonly points: Spectrum;
  readonly excluded: Spectrum | null;
  readonly fit: Spectrum | null;
}

/** More spectra than this are drawn as lines: their points would hide each other. */
const MOST_WITH_POINTS = 16;
/** More spectra than this are named by group and state. */
const MOST_NAMED = 8;
const MARKER_EM = 0.42;

export function labelOf({ name, state }: CellSpectrum): string {
  return impedanceFigureWords.withState(name, state);
}

export function markerOf(spectrum: CellSpectrum, style: FigureStyle): Marker {
  return { symbol: 'circle', open: spectrum.isCycled, size_pt: MARKER_EM * style.font_pt };
}

export function hasPoints(spectra: readonly CellSpectrum[]): boolean {
  return spectra.length <= MOST_WITH_POINTS;
}

function itemOf(spectrum: CellSpectrum, label: string, spectra: readonly CellSpectrum[], style: FigureStyle) {
  const { colour, dash } = spectrum;
  return { label, colour, dash, ...(hasPoints(spectra) ? { marker: markerOf(spectrum, style) } : {}) };
}

/** First, middle and last of a long series of one file. */
function seriesLegend(spectra: readonly CellSpectrum[], style: FigureStyle): readonly LegendItem[] {
  const picks = [0, Math.floor((spectra.length - 1) / 2), spectra.length - 1];
  return picks.flatMap((at) => {
    const spectrum = spectra[at];
    return spectrum ? [itemOf(spectrum, labelOf(spectrum), spectra, style)] : [];
  });
}

function groupLegend(spectra: readonly CellSpectrum[], style: FigureStyle): readonly LegendItem[] {
  return byGroup(spectra).flatMap(([group, members]) => {
    const states = new Map<string, CellSpectrum[]>();
    for (const member of members) states.set(member.state, [...(states.get(member.state) ?? []), member]);
    return [...states].flatMap(([state, shown]) => {
      const [first] = shown;
      const label = impedanceFigureWords.groupWithState(group, state, shown.length);
      return first ? [{ ...itemOf(first, label, spectra, style), colour: first.groupColour }] : [];
    });
  });
}

function isOneSeries(spectra: readonly CellSpectrum[]): boolean {
  return new Set(spectra.map(({ name }) => name)).size === 1;
}

export function spectrumLegend(spectra: readonly CellSpectrum[], style: FigureStyle): readonly LegendItem[] {
  if (spectra.length <= MOST_NAMED) {
    return spectra.map((spectrum) => itemOf(spectrum, labelOf(spectrum), spectra, style));
  }
  return isOneSeries(spectra) ? seriesLegend(spectra, style) : groupLegend(spectra, style);
}
