/** The tables of a report as CSV: a header of names that carry units, an empty cell = not known. */
import { numberText } from '#core/export/csvText.ts';
import { hasPolarisation } from '#core/cycling/hasPolarisation.ts';
import type { Cell } from '#core/project/study.ts';
import type { StudyOfFile } from '#core/project/studyOfFile.ts';
import type { MeasuredCell } from './comparisonFigures.ts';

/** What is neither text nor number is not written. */
type Row = Readonly<Record<string, unknown>>;

const SECONDS_PER_HOUR = 3600;
/** Beyond these stands nothing but the rounding of sums. */
const DIGITS = 12;

function csvOfRows(titles: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => titles.map((title) => cellText(row[title])).join(','));
  return `${[titles.join(','), ...lines].join('\n')}\n`;
}

function cellText(value: unknown): string {
  if (typeof value === 'number') return numberText(Number(value.toPrecision(DIGITS)));
  if (typeof value !== 'string') return '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function who({ name, cell, measurement }: MeasuredCell, { study }: StudyOfFile, run: number): Row {
  const files = measurement.runs[run]?.files.map((file) => file.name).join(' + ') ?? '';
  const group = study.groups.find(({ id }) => id === cell.groupId)?.name ?? '';
  return { cell: name, group, files };
}

const HALF_CYCLE_TITLES = [
  'cell',
  'group',
  'files',
  'halfCycle',
  'direction',
  'start_h',
  'duration_h',
  'current_mA',
  'currentDensity_mAPerCm2',
  'capacity_mAh',
  'capacity_mAhPerCm2',
  'capacity_mAhPerG',
  'polarisation_mV',
  'middleVoltage_mV',
  'noiseIndex',
  'shape',
  'initialPeak_mV',
  'innerStep_mV',
  'irDrop_mV',
  'irDropResolution',
  'areaResistance_ohm_cm2',
  'ohmicFloor_mV',
  'sandTime_s',
  'metalThickness_um',
  'samples',
];

/** What supposes two electrodes of one metal. */
const OF_LIKE = ['polarisation_mV', 'shape', 'initialPeak_mV', 'areaResistance_ohm_cm2', 'ohmicFloor_mV'];

/** A row a half cycle of every cell that is not excluded; between unlike electrodes without a polarisation. */
export function halfCycleTable(cells: readonly MeasuredCell[], whole: StudyOfFile): string {
  const rows = included(cells).flatMap((cell) =>
    cell.measurement.runs.flatMap(({ cycling }, run) => {
      const halfCycles = cycling?.summary.halfCycles ?? [];
      const isPolarised = hasPolarisation(cell.cell.kind, halfCycles);
      return halfCycles.map((halfCycle): Row => ({
        ...who(cell, whole, run),
        ...halfCycle,
        halfCycle: halfCycle.index,
        start_h: halfCycle.startTime_s / SECONDS_PER_HOUR,
        duration_h: halfCycle.duration_s / SECONDS_PER_HOUR,
        innerStep_mV: halfCycle.innerStep?.jump_mV,
        irDrop_mV: halfCycle.irDrop.drop_mV,
        irDropResolution: halfCycle.irDrop.resolution,
        ...(!isPolarised && Object.fromEntries(OF_LIKE.map((title) => [title, null]))),
      }));
    }),
  );
  return csvOfRows(HALF_CYCLE_TITLES, rows);
}

const CYCLE_TITLES = [
  'cell',
  'group',
  'files',
  'cycle',
  'hysteresis_mV',
  'offset_mV',
  'asymmetry',
  'coulombicEfficiency',
];

/** A row a cycle of every cell that is not excluded. */
export function cycleTable(cells: readonly MeasuredCell[], whole: StudyOfFile): string {
  const rows = included(cells).flatMap((cell) =>
    cell.measurement.runs.flatMap(({ cycling }, run) =>
      (cycling?.summary.cycles ?? []).map((cycle): Row => ({ ...who(cell, whole, run), ...cycle })),
    ),
  );
  return csvOfRows(CYCLE_TITLES, rows);
}

function included(cells: readonly MeasuredCell[]): readonly MeasuredCell[] {
  return cells.filter(({ cell }) => cell.exclusionReason === null);
}

const CELL_TITLES = [
  'name',
  'group',
  'metal',
  'kind',
  'coating',
  'arealHg_mgPerCm2',
  'layerThickness_um',
  'electrolyte',
  'electrolyteThickness_um',
  'electrolyteConductivity_SPerCm',
  'area_cm2',
  'activeMass_mg',
  'temperature_K',
  'exclusionReason',
  'notes',
] as const;

/** A row a cell of the study, as study.json describes it. */
export function cellTable({ study, cells }: StudyOfFile): string {
  const group = ({ groupId }: Cell) => study.groups.find(({ id }) => id === groupId)?.name ?? '';
  const rows = cells.map((cell): Row =>
    Object.fromEntries(CELL_TITLES.map((title) => [title, title === 'group' ? group(cell) : cell[title]])),
  );
  return csvOfRows(CELL_TITLES, rows);
}
