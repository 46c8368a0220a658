/** A conductance over the reciprocal temperature, with the Arrhenius line through what the data determine. */
import { arrheniusValue, type ArrheniusFit } from '#core/eis/arrhenius.ts';
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import { cellLine, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { onePanelFigure } from '#figures/onePanelFigure.ts';
import { plainSeries } from '#figures/plainSeries.ts';

/** The spectra of one cell, or of one file where cells are not known. */
export interface ArrheniusPoints extends CellIdentity {
  readonly temperature_K: Float64Array;
  /** Reciprocal of the fitted resistance. */
  readonly conductance_S: Float64Array;
  /** Where the data determine the value; the others are drawn open and do not count. */
  readonly isDetermined: readonly boolean[];
}

export interface ArrheniusFigureOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** `1/R1`. */
  readonly quantity: string;
  /** Null = too few temperatures for a line. */
  readonly fit: ArrheniusFit | null;
  readonly notes: readonly string[];
}

const MARKER_EM = 0.6;
const LINE_COLOUR = '#555555';

function reciprocal(temperature_K: Float64Array): Float64Array {
  return temperature_K.map((T) => 1000 / T);
}

function markers(cell: ArrheniusPoints, style: FigureStyle, isDetermined: boolean): LineTrace {
  const y = cell.conductance_S.map((value, k) => (cell.isDetermined[k] === isDetermined ? value : NaN));
  const series = plainSeries(reciprocal(cell.temperature_K), y, { xIsSorted: false });
  const line = cellLine(cell, series);
  return {
    ...line,
    id: `${cell.id}-${isDetermined ? 'determined' : 'undetermined'}`,
    label: isDetermined ? cell.name : words.undetermined(cell.name),
    lineScale: 0,
    marker: { symbol: 'circle', size_pt: MARKER_EM * style.font_pt, open: !isDetermined },
  };
}

/** Straight, since the ordinate is logarithmic: its ends suffice. */
function fittedLine(fit: ArrheniusFit, cells: readonly ArrheniusPoints[]): LineTrace | null {
  const temperatures = cells.flatMap(({ temperature_K }) => [...temperature_K]);
  const [first] = cells;
  if (!first || temperatures.length < 2) return null;
  const ends = Float64Array.of(Math.max(...temperatures), Math.min(...temperatures));
  const y = ends.map((T) => arrheniusValue(fit, T));
  const series = plainSeries(reciprocal(ends), y, { xIsSorted: true });
  return {
    ...cellLine(first, series),
    id: 'arrhenius-line',
    label: words.arrheniusLine,
    colour: LINE_COLOUR,
  };
}

export function arrheniusFigure(cells: readonly ArrheniusPoints[], options: ArrheniusFigureOptions): Figure {
  const { style, simulated, quantity, fit, notes } = options;
  const line = fit && fittedLine(fit, cells);
  const open = cells.filter(({ isDetermined }) => isDetermined.includes(false));
  const panel = {
    id: 'arrhenius',
    xAxis: { quantity: words.reciprocalTemperature, unit: '1/K', range: null },
    yAxis: { quantity, unit: 'S', range: null, scale: 'log' as const },
    traces: [
      ...(line ? [line] : []),
      ...cells.map((cell) => markers(cell, style, true)),
      ...open.map((cell) => markers(cell, style, false)),
    ],
  };
  return onePanelFigure(cells, panel, {
    name: { id: 'impedance-arrhenius', title: words.arrheniusTitle },
    style,
    simulated,
    notes: [...notes, ...(open.length > 0 ? [words.undeterminedNote] : [])],
  });
}
