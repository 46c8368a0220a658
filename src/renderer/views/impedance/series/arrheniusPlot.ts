/** The Arrhenius plot of the shown resistance: one set of points for each cell, one line through all that count. */
import { arrheniusFigure, type ArrheniusPoints } from '#figures/arrheniusFigure.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { cellIdentity } from '../../../app/cellIdentity.ts';
import type { StudyContents } from '../../../store/studyStore.ts';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import { spectrumName } from '../cellSpectra.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { arrheniusLine, arrheniusRows, type ArrheniusLine, type ArrheniusRequest } from './arrheniusRows.ts';
import { ZERO_CELSIUS_K } from './spectrumTemperature.ts';

const words = text.impedanceArrhenius;

interface PlottedPoint {
  readonly view: SpectrumView;
  readonly temperature_K: number;
  readonly conductance_S: number;
  readonly isDetermined: boolean;
}

function plottedPoints(views: readonly SpectrumView[], request: ArrheniusRequest): readonly PlottedPoint[] {
  const rows = arrheniusRows(views, request);
  return views.flatMap((view, k) => {
    const { temperature = null, estimate = null } = rows[k] ?? {};
    if (!temperature || estimate?.unit !== 'ohm') return [];
    const temperature_K = temperature.value_degC + ZERO_CELSIUS_K;
    const isDetermined = estimate.verdict === 'determined';
    return [{ view, temperature_K, conductance_S: 1 / estimate.value, isDetermined }];
  });
}

function pointsOfCell(points: readonly PlottedPoint[], contents: StudyContents): readonly ArrheniusPoints[] {
  const [first] = points;
  if (!first) return [];
  return [
    {
      ...cellIdentity(contents, first.view),
      dash: 'solid',
      temperature_K: Float64Array.from(points, ({ temperature_K }) => temperature_K),
      conductance_S: Float64Array.from(points, ({ conductance_S }) => conductance_S),
      isDetermined: points.map(({ isDetermined }) => isDetermined),
    },
  ];
}

/** Energy and interval in words. */
export function energyWords({ fit }: ArrheniusLine): string {
  if (!fit) return words.tooFew;
  const { activationEnergy_kJPerMol, activationEnergy_eV, interval95_kJPerMol: interval } = fit;
  const energy = words.energy(fixed(activationEnergy_kJPerMol, 1), fixed(activationEnergy_eV, 3));
  const range = interval && words.interval(fixed(interval[0], 1), fixed(interval[1], 1));
  return `${energy}; ${range ?? words.noInterval}`;
}

/** Null where no fitted resistance has a temperature. */
export function arrheniusPlot(
  views: readonly SpectrumView[],
  request: ArrheniusRequest,
  { contents, style }: { readonly contents: StudyContents; readonly style: FigureStyle },
): Figure | null {
  const points = plottedPoints(views, request);
  if (points.length === 0) return null;
  const names = [...new Set(points.map(({ view }) => spectrumName(view)))];
  const cells = names.flatMap((name) =>
    pointsOfCell(
      points.filter(({ view }) => spectrumName(view) === name),
      contents,
    ),
  );
  const line = arrheniusLine(arrheniusRows(views, request));
  return arrheniusFigure(cells, {
    style,
    simulated: contents.study.simulated,
    quantity: `1/${request.quantity}`,
    fit: line.fit,
    notes: [energyWords(line)],
  });
}
