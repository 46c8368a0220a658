/** What is reported of the shown spectra in the order of time, of cycle, or of the file. */
import type { ParameterVerdict } from '#core/eis/fitResult.ts';
import { spectrumQuantities, type SpectrumQuantity } from '#core/eis/spectrumQuantities.ts';
import { impedanceFigureWords } from '#core/text/impedanceFigureWords.ts';
import { basisFactor, type ImpedanceBasis } from '#figures/impedanceScale.ts';
import type { QuantitySeries } from '#figures/seriesFigure.ts';
import type { StudyContents } from '../../../store/studyStore.ts';
import { cellIdentity } from '../../../app/cellIdentity.ts';
import { unitText } from '../../../text/unitText.ts';
import { spectrumName } from '../cellSpectra.ts';
import type { FitRecord } from '../fit/fitRecord.ts';
import type { SeriesAxis } from '../impedanceSettings.ts';
import type { SpectrumView } from '../useSpectra.ts';
import type { ChargeOf } from './chargePassed.ts';

export const AXIS_UNITS: Readonly<Record<SeriesAxis, string>> = {
  time: 'h',
  cycle: '',
  charge: 'mAh',
  number: '',
};

const SECONDS_PER_HOUR = 3600;
/** The high-frequency intercept. */
const INTERCEPT = 'R_hf';

/** Start of the sweep in the test time of its file, in h; null = not recorded. */
function time_h({ dataset }: SpectrumView): number | null {
  const start_s = dataset.metadata['sweepStart_s'];
  if (typeof start_s === 'number') return start_s / SECONDS_PER_HOUR;
  return dataset.state.kind === 'at-time' ? dataset.state.time_s / SECONDS_PER_HOUR : null;
}

function cycle({ dataset: { state } }: SpectrumView): number | null {
  if (state.kind === 'after-cycle') return state.cycle;
  return state.kind === 'pristine' ? 0 : null;
}

/** A loop is a series in time; single spectra taken between cycles are a series of states. */
export function seriesAxis(views: readonly SpectrumView[]): SeriesAxis {
  const isLoop = views.some(({ sweeps }) => sweeps > 1);
  if (isLoop && views.every((view) => time_h(view) !== null)) return 'time';
  if (views.every((view) => cycle(view) !== null)) return 'cycle';
  // Times in different files count from different moments: only times that the user gave can be compared.
  return views.every(({ dataset }) => dataset.state.kind === 'at-time') ? 'time' : 'number';
}

/** What every spectrum has a place on. */
export function possibleAxes(
  views: readonly SpectrumView[],
  hasCharge: (view: SpectrumView) => boolean,
): readonly SeriesAxis[] {
  return [
    ...(views.every((view) => time_h(view) !== null) ? (['time'] as const) : []),
    ...(views.every((view) => cycle(view) !== null) ? (['cycle'] as const) : []),
    ...(views.every(hasCharge) ? (['charge'] as const) : []),
    'number',
  ];
}

function placeOf(view: SpectrumView, { axis, chargeOf }: Pick<SeriesRequest, 'axis' | 'chargeOf'>): number {
  if (axis === 'time') return time_h(view) ?? NaN;
  if (axis === 'charge') return chargeOf(view) ?? NaN;
  return axis === 'cycle' ? (cycle(view) ?? NaN) : view.sweep;
}

/** What is reported of a spectrum now; nothing fitted without a fit. */
export function quantitiesOf(
  { dataset, used }: SpectrumView,
  records: ReadonlyMap<string, FitRecord>,
): readonly SpectrumQuantity[] {
  return spectrumQuantities(used.spectrum, records.get(dataset.id)?.fit ?? null);
}

/** Names of all quantities, those first that most spectra determine; what needs no fit comes last. */
export function quantityNames(
  views: readonly SpectrumView[],
  records: ReadonlyMap<string, FitRecord>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const view of views) {
    for (const { name, verdict } of quantitiesOf(view, records)) {
      counts.set(name, (counts.get(name) ?? 0) + (verdict === 'determined' ? 1 : 0));
    }
  }
  const rank = (name: string) => (name === INTERCEPT ? -1 : (counts.get(name) ?? 0));
  return [...counts.keys()].sort((a, b) => rank(b) - rank(a));
}

export interface SeriesRequest {
  readonly contents: StudyContents;
  readonly records: ReadonlyMap<string, FitRecord>;
  readonly quantity: string;
  readonly axis: SeriesAxis;
  readonly chargeOf: ChargeOf;
  readonly basis: ImpedanceBasis;
}

export interface FittedSeries extends QuantitySeries {
  readonly verdicts: readonly (ParameterVerdict | 'fixed')[];
}

export interface SeriesQuantity {
  readonly unit: string;
  readonly series: readonly FittedSeries[];
  /** What the values were multiplied by. */
  readonly notes: readonly string[];
}

interface FittedPoint {
  readonly view: SpectrumView;
  readonly estimate: SpectrumQuantity;
}

function fittedPoints(views: readonly SpectrumView[], { records, quantity }: SeriesRequest): FittedPoint[] {
  return views.flatMap((view) => {
    const estimate = quantitiesOf(view, records).find(({ name }) => name === quantity);
    return estimate ? [{ view, estimate }] : [];
  });
}

/** One curve a cell, or a file where cells are not known. */
function seriesOf(points: readonly FittedPoint[], request: SeriesRequest): FittedSeries | null {
  const { contents, basis } = request;
  const sorted = [...points].sort((a, b) => placeOf(a.view, request) - placeOf(b.view, request));
  const [first] = sorted;
  if (!first) return null;
  const area_cm2 = first.view.cell?.area_cm2 ?? null;
  const factor = first.estimate.unit === 'ohm' ? basisFactor(basis, area_cm2) : 1;
  const pick = (read: (point: FittedPoint) => number | null) =>
    Float64Array.from(sorted, (point) => read(point) ?? NaN);
  return {
    ...cellIdentity(contents, first.view),
    dash: 'solid',
    x: pick(({ view }) => placeOf(view, request)),
    value: pick(({ estimate }) => estimate.value * factor),
    lower: pick(({ estimate }) => estimate.lower95 && estimate.lower95 * factor),
    upper: pick(({ estimate }) => estimate.upper95 && estimate.upper95 * factor),
    isDetermined: sorted.map(({ estimate: { verdict, fixed } }) => fixed || verdict === 'determined'),
    verdicts: sorted.map(({ estimate: { verdict, fixed } }) => (fixed ? 'fixed' : verdict)),
  };
}

export function seriesQuantity(views: readonly SpectrumView[], request: SeriesRequest): SeriesQuantity {
  const points = fittedPoints(views, request);
  const byCell = new Map<string, FittedPoint[]>();
  for (const point of points) {
    const name = spectrumName(point.view);
    byCell.set(name, [...(byCell.get(name) ?? []), point]);
  }
  const unit = points[0]?.estimate.unit ?? '';
  const isResistance = unit === 'ohm';
  return {
    unit: isResistance ? `Ω${request.basis === 'perCell' ? '' : ' cm²'}` : unitText(unit),
    notes: isResistance && request.basis !== 'perCell' ? [impedanceFigureWords[request.basis]] : [],
    series: [...byCell.values()].flatMap((members) => seriesOf(members, request) ?? []),
  };
}
