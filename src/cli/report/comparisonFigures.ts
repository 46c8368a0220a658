/** The figures of one comparison, from what its cells measured. */
import { capacityProfile, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import { hasPolarisation } from '#core/cycling/hasPolarisation.ts';
import { oneWayRun } from '#core/cycling/oneWayRun.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { cellColours, UNGROUPED_COLOUR } from '#core/project/cellColours.ts';
import type { Study } from '#core/project/study.ts';
import type { StudyOfFile } from '#core/project/studyOfFile.ts';
import type { CellCapacity } from '#figures/capacityFigure.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import type { CellIdentity } from '#figures/cellTrace.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { halfCycleFigure } from '#figures/halfCycleFigure.ts';
import { polarisationFigure } from '#figures/polarisationFigure.ts';
import { polarisationPoints } from '#figures/polarisationPoints.ts';
import type { CellPolarisation } from '#figures/polarisationTraces.ts';
import { STATE_DASHES } from '#figures/stateDash.ts';
import { voltageTimeFigure } from '#figures/voltageTimeFigure.ts';
import type { CellMeasurement, CellRun } from '#jobs/measureCell.ts';
import { reportWords } from '../text/reportWords.ts';
import type { Comparison, ReportedCell } from './comparison.ts';

export interface MeasuredCell extends ReportedCell {
  readonly measurement: CellMeasurement;
}

export interface NamedFigure {
  /** Of its files, without their endings. */
  readonly name: string;
  readonly figure: Figure;
}

/** Two columns of a journal, and one and a half. */
const WIDE: FigureStyle = { width_mm: 180, height_mm: 120, font_pt: 8, line_pt: 0.75 };
const MEDIUM: FigureStyle = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };
/** As in Fig. 2 of the paper. */
const INSET_h = 15;
/** More cycles than these laid over each other hide each other; then 1, 2, 5, 10, 20 … are drawn. */
const MOST_CYCLES = 10;

interface DrawnRun {
  readonly measured: MeasuredCell;
  readonly run: CellRun;
  readonly identity: CellIdentity;
}

export function comparisonFigures(
  comparison: Comparison,
  cells: readonly MeasuredCell[],
  whole: StudyOfFile,
): readonly NamedFigure[] {
  const drawn = cells
    .filter(({ cell }) => cell.exclusionReason === null)
    .flatMap((measured) => drawnRuns(measured, whole));
  if (drawn.length === 0) return [];
  const { simulated } = whole.study;
  const cycled = drawn.filter(({ run }) => (run.cycling?.summary.halfCycles.length ?? 0) > 0);
  const voltages = voltageTimeFigure(drawn.map(cellVoltage), {
    style: WIDE,
    arrangement: 'stacked',
    inset_h: INSET_h,
    simulated,
  });
  const figures = [voltages, ...(cycled.length === 0 ? [] : cyclingFigures(cycled, whole.study))];
  return figures.map((figure) => ({
    name: `${figure.id}_${comparison.slug}`,
    figure: {
      ...figure,
      title: `${figure.title}: ${comparison.title}`,
      notes: [comparison.title, ...figure.notes],
    },
  }));
}

function cyclingFigures(cycled: readonly DrawnRun[], study: Study): readonly Figure[] {
  const { simulated } = study;
  const basis = cycled.every(({ measured }) => measured.cell.area_cm2 !== null) ? 'perArea' : 'absolute';
  const most = Math.max(...cycled.map(({ run }) => run.cycling?.summary.halfCycles.length ?? 0));
  const cycles = shownCycles(Math.ceil(most / 2));
  const curves = cycled.map((run) => cellCapacity(run, basis, cycles));
  const overlaid = halfCycleFigure(curves, { style: MEDIUM, basis, simulated });
  const polarisations = polarisationsOf(cycled, study);
  return [
    { ...overlaid, notes: [...overlaid.notes, figureWords.cyclesDrawn(cycles)] },
    ...(polarisations ? [polarisations] : []),
  ];
}

/** Null where all runs are between unlike electrodes; the others name those that are. */
function polarisationsOf(cycled: readonly DrawnRun[], study: Study): Figure | null {
  const polarised = cycled.filter(isPolarised);
  if (polarised.length === 0) return null;
  const without = cycled.filter((run) => !polarised.includes(run)).map(({ identity }) => identity.name);
  const notes = [
    ...without.map(figureWords.noPolarisation),
    ...thresholdWords.notes(eventThresholdsOf(study)),
  ];
  const { simulated } = study;
  return polarisationFigure(polarised.flatMap(cellPolarisations), { style: MEDIUM, simulated, notes });
}

function isPolarised({ measured, run }: DrawnRun): boolean {
  return hasPolarisation(measured.cell.kind, run.cycling?.summary.halfCycles ?? []);
}

/** All of a few, of many the first ones and then ever fewer: there most changes happen. */
export function shownCycles(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1);
  return count <= MOST_CYCLES ? all : all.filter((cycle) => /^[125]0*$/.test(String(cycle)));
}

function drawnRuns(measured: MeasuredCell, { study, cells }: StudyOfFile): readonly DrawnRun[] {
  const colours = cellColours(study, cells);
  return measured.measurement.runs.map((run, at) => {
    const identity = cellIdentity(measured, { run, at, study });
    return {
      measured,
      run,
      identity: { ...identity, colour: colours.get(measured.cell.id) ?? UNGROUPED_COLOUR },
    };
  });
}

function cellIdentity(
  { cell, described, name }: MeasuredCell,
  { run, at, study }: { readonly run: CellRun; readonly at: number; readonly study: Study },
): Omit<CellIdentity, 'colour'> {
  const group = study.groups.find(({ id }) => id === cell.groupId);
  const groupName = group?.name ?? reportWords.ungrouped();
  const id = `${cell.id}-${at + 1}`;
  const [first] = run.files;
  const file = described.files.find(({ path }) => path.endsWith(first?.name ?? ''));
  return {
    id,
    name,
    group: groupName,
    groupColour: group?.colour ?? UNGROUPED_COLOUR,
    dash: STATE_DASHES[file?.state.kind ?? 'unspecified'],
    source: {
      id,
      cell: name,
      group: groupName,
      fileName: run.files.map((part) => part.name).join(' + '),
      sha256: run.files.map((part) => part.sha256).join(' + '),
    },
  };
}

function cellVoltage({ measured, run, identity }: DrawnRun): CellVoltage {
  const { time_s, voltage_V, pyramid, timeIsSorted } = run;
  const { timeZero_s, trimFrom_s, trimTo_s } = measured.cell;
  return { ...identity, time_s, voltage_V, pyramid, timeIsSorted, timeZero_s, trimFrom_s, trimTo_s };
}

/** Both directions of each cycle. */
function cellCapacity(
  { measured, run, identity }: DrawnRun,
  basis: CapacityBasis,
  cycles: readonly number[],
): CellCapacity {
  const { area_cm2, activeMass_mg: mass_mg } = measured.cell;
  const cycled: CyclingRun | undefined = run.cycling?.run;
  const profiles = (cycled?.halfCycles ?? [])
    .filter(({ index }) => cycles.includes(Math.ceil(index / 2)))
    .flatMap((halfCycle) =>
      cycled ? [capacityProfile(cycled, halfCycle, basis, { area_cm2, mass_mg })] : [],
    );
  return { ...identity, everyNth: 1, halfCycles: profiles.filter((profile) => profile.ok) };
}

function cellPolarisations({ measured, run, identity }: DrawnRun): readonly CellPolarisation[] {
  if (!run.cycling) return [];
  const { summary, run: cycled } = run.cycling;
  const { restThreshold_mA } = summary;
  const oneWay = oneWayRun(cycled, { restThreshold_mA, kind: measured.cell.kind });
  return [{ ...identity, ...polarisationPoints(summary, oneWay) }];
}
