/** The figure that the view shows, from what is loaded and what the user chose. */
import { capacityProfile, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { CyclingOutcome } from '#core/cycling/summariseCycling.ts';
import type { CellCapacity } from '#figures/capacityFigure.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import type { Figure } from '#figures/figure.ts';
import { halfCycleFigure } from '#figures/halfCycleFigure.ts';
import { polarisationFigure } from '#figures/polarisationFigure.ts';
import { voltageCapacityFigure } from '#figures/voltageCapacityFigure.ts';
import { voltageTimeFigure } from '#figures/voltageTimeFigure.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import { cellVoltage } from '../../app/cellVoltage.ts';
import { parseNumberList } from '../../app/numberList.ts';
import { cellPolarisations, isWithoutPolarisation } from './cellPolarisations.ts';
import { eventPlaces } from './eventPlaces.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { cyclesFigure, derivativeFigure } from './fullCellFigures.ts';
import { possibleBasis } from './normalisationLack.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';
import type { FigureRequest } from './figureRequest.ts';

/** As in Fig. 2 of the paper. */
const INSET_h = 15;
/** Half cycles of one cell that are laid over each other before they hide each other. */
const MOST_HALF_CYCLES = 40;

type Summarised = Extract<CyclingOutcome, { ok: true }>;

function cellVoltages(contents: StudyContents, runs: readonly CyclingRunView[]): readonly CellVoltage[] {
  return runs.flatMap((run) => {
    const drawn = cellVoltage(contents, run);
    return drawn ? [{ ...drawn, events: eventPlaces(run) }] : [];
  });
}

/** Indexes of half cycles, counted from 1. */
interface HalfCyclePick {
  readonly indexes: readonly number[];
  readonly everyNth: number;
}

type HalfCycleChoice = (outcome: Summarised) => HalfCyclePick;

function cellCapacities(
  contents: StudyContents,
  runs: readonly CyclingRunView[],
  basis: CapacityBasis,
  choose: HalfCycleChoice,
): readonly CellCapacity[] {
  return runs.flatMap((run) => {
    if (!run.outcome?.ok || !run.outcome.value.ok) return [];
    const outcome = run.outcome.value;
    const { area_cm2, mass_mg } = outcome.summary;
    const { indexes, everyNth } = choose(outcome);
    const chosen = new Set(indexes);
    const profiles = outcome.run.halfCycles
      .filter(({ index }) => chosen.has(index))
      .map((halfCycle) => capacityProfile(outcome.run, halfCycle, basis, { area_cm2, mass_mg }));
    const halfCycles = profiles.filter((profile) => profile.ok);
    return halfCycles.length === 0 ? [] : [{ ...cellIdentity(contents, run), halfCycles, everyNth }];
  });
}

function chosenCycles(typed: string): HalfCycleChoice {
  const cycles = new Set(parseNumberList(typed) ?? []);
  return ({ summary }) => ({
    indexes: summary.cycles.filter(({ cycle }) => cycles.has(cycle)).flatMap(({ halfCycles }) => halfCycles),
    everyNth: 1,
  });
}

/** Pairs of neighbours are kept together, so that both directions are drawn; the first pair is always there. */
function evenly({ run }: Summarised): HalfCyclePick {
  const everyNth = Math.max(1, Math.ceil(run.halfCycles.length / MOST_HALF_CYCLES));
  const indexes = run.halfCycles.map(({ index }) => index);
  return { everyNth, indexes: indexes.filter((index) => Math.floor((index - 1) / 2) % everyNth === 0) };
}

function polarisationOf({ contents, runs, settings, style }: FigureRequest): Figure | null {
  const cells = cellPolarisations(contents, runs);
  const { arrangement, isLogarithmic } = settings;
  const { simulated } = contents.study;
  const without = runs.filter(isWithoutPolarisation).map((run) => cellIdentity(contents, run).name);
  const notes = [
    ...without.map(figureWords.noPolarisation),
    ...thresholdWords.notes(eventThresholdsOf(contents.study)),
  ];
  const options = { style, arrangement, scale: isLogarithmic ? 'log' : 'linear', simulated, notes } as const;
  return cells.length === 0 ? null : polarisationFigure(cells, options);
}

function voltageTimeOf(cells: readonly CellVoltage[], request: FigureRequest): Figure {
  const { contents, settings, style } = request;
  const hasEvents = cells.some(({ events = [] }) => events.length > 0);
  return voltageTimeFigure(cells, {
    style,
    arrangement: settings.arrangement,
    inset_h: settings.inset ? INSET_h : null,
    simulated: contents.study.simulated,
    notes: hasEvents ? thresholdWords.notes(eventThresholdsOf(contents.study)) : [],
  });
}

/** Null while there is nothing to draw. */
export function cyclingFigure({ contents, runs, settings, style }: FigureRequest): Figure | null {
  const { simulated } = contents.study;
  if (settings.plot === 'voltageTime') {
    const cells = cellVoltages(contents, runs);
    return cells.length === 0 ? null : voltageTimeOf(cells, { contents, runs, settings, style });
  }
  if (settings.plot === 'cycles') return cyclesFigure({ contents, runs, settings, style });
  if (settings.plot === 'incrementalCapacity') return derivativeFigure({ contents, runs, settings, style });
  if (settings.plot === 'polarisation') return polarisationOf({ contents, runs, settings, style });
  const basis = possibleBasis(runs, settings.basis);
  if (settings.plot === 'halfCycles') {
    const cells = cellCapacities(contents, runs, basis, evenly);
    return cells.length === 0 ? null : halfCycleFigure(cells, { style, basis, simulated });
  }
  const cells = cellCapacities(contents, runs, basis, chosenCycles(settings.cycles));
  return cells.length === 0 ? null : voltageCapacityFigure(cells, { style, basis, simulated });
}
