/** The half cycles of the shown runs as rows of text, for the screen and for a spreadsheet. */
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import { CAPACITY_UNITS } from '#core/cycling/capacityProfile.ts';
import { hasPolarisation } from '#core/cycling/hasPolarisation.ts';
import type { CycleSummary, HalfCycleSummary } from '#core/cycling/summariseCycling.ts';
import { count, fixed, significant } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { runName } from './runName.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

export interface HalfCycleRow {
  readonly cell: string;
  readonly halfCycle: HalfCycleSummary;
  /** The cycle that it completes; null for the first half cycle of one. */
  readonly cycle: CycleSummary | null;
  /** Between unlike electrodes |E| is no polarisation. */
  readonly hasPolarisation: boolean;
}

export interface TableColumn {
  readonly title: string;
  readonly unit: string;
  readonly isNumber: boolean;
  /** As many digits as the quantity deserves, with thousands separators. */
  readonly show: (value: number) => string;
  /** NaN and null are shown as nothing. */
  readonly read: (row: HalfCycleRow) => string | number | null;
}

const SECONDS_PER_HOUR = 3600;
const { columns } = text.cycling;

function capacityOf(halfCycle: HalfCycleSummary, basis: CapacityBasis): number | null {
  if (basis === 'absolute') return halfCycle.capacity_mAh;
  return basis === 'perArea' ? halfCycle.capacity_mAhPerCm2 : halfCycle.capacity_mAhPerG;
}

type Read = TableColumn['read'];

/** Cyclers resolve about one part in ten thousand: polarisation and capacity deserve four digits, zeros among them. */
function measured(value: number): string {
  return significant(value, 4);
}

/** 0.001 h is 3.6 s. */
function hours(value: number): string {
  return fixed(value, 3);
}

/** Differences of two measured values: digits that a ratio would earn are noise. */
function hundredths(value: number): string {
  return fixed(value, 2);
}

function numeric(title: string, unit: string, read: Read): TableColumn {
  return { title, unit, isNumber: true, show: measured, read };
}

function words(title: string, read: Read): TableColumn {
  return { title, unit: '', isNumber: false, show: String, read };
}

const POLARISATION = numeric(columns.polarisation, 'mV', (row) =>
  row.hasPolarisation ? row.halfCycle.polarisation_mV : null,
);
const MIDDLE_VOLTAGE = numeric(columns.middleVoltage, 'mV', (row) =>
  row.hasPolarisation ? null : row.halfCycle.middleVoltage_mV,
);

/** Runs without a polarisation have the voltage in the middle of a half cycle instead. */
function voltageColumns(rows: readonly HalfCycleRow[]): readonly TableColumn[] {
  const isVoltageWanted = rows.some((row) => !row.hasPolarisation);
  const isPolarisationWanted = !isVoltageWanted || rows.some((row) => row.hasPolarisation);
  return [...(isPolarisationWanted ? [POLARISATION] : []), ...(isVoltageWanted ? [MIDDLE_VOLTAGE] : [])];
}

/** Of a half cycle between two electrodes of one metal; nothing between unlike ones. */
function ofLike(read: (halfCycle: HalfCycleSummary) => string | number | null): Read {
  return ({ halfCycle, hasPolarisation: isPolarised }) => (isPolarised ? read(halfCycle) : null);
}

/** With the cycle that a half cycle completes. */
function ofCycle(read: (cycle: CycleSummary) => number | null): Read {
  return ({ cycle, hasPolarisation: isPolarised }) => (cycle && isPolarised ? read(cycle) : null);
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

/** A drop that was sampled too late holds charge transfer as well: it is at most that large. */
function irDropShown({ irDrop: { drop_mV, resolution } }: HalfCycleSummary): string | number | null {
  if (drop_mV === null) return null;
  return resolution === 'resolved' ? Math.abs(drop_mV) : `≤ ${measured(Math.abs(drop_mV))}`;
}

/** What only some runs have: a column without a value is left out. */
const DETAILS: readonly TableColumn[] = [
  numeric(
    columns.hysteresis,
    'mV',
    ofCycle(({ hysteresis_mV }) => hysteresis_mV),
  ),
  {
    ...numeric(
      columns.offset,
      'mV',
      ofCycle(({ offset_mV }) => offset_mV),
    ),
    show: hundredths,
  },
  {
    ...numeric(
      columns.asymmetry,
      '%',
      ofCycle(({ asymmetry }) => percent(asymmetry)),
    ),
    show: hundredths,
  },
  numeric(
    columns.efficiency,
    '%',
    ofCycle(({ coulombicEfficiency }) => percent(coulombicEfficiency)),
  ),
  words(
    columns.shape,
    ofLike(({ shape }) => shape && text.cycling.shapes[shape]),
  ),
  numeric(
    columns.initialPeak,
    'mV',
    ofLike(({ initialPeak_mV }) => initialPeak_mV),
  ),
  numeric(
    columns.innerStep,
    'mV',
    ofLike(({ innerStep }) => innerStep?.jump_mV ?? null),
  ),
  numeric(
    columns.innerStepAt,
    'mAh',
    ofLike(({ innerStep }) => innerStep?.capacity_mAh ?? null),
  ),
  numeric(columns.irDrop, 'mV', ofLike(irDropShown)),
  numeric(
    columns.areaResistance,
    'Ω cm²',
    ofLike(({ areaResistance_ohm_cm2 }) => areaResistance_ohm_cm2),
  ),
  numeric(
    columns.ohmicFloor,
    'mV',
    ofLike(({ ohmicFloor_mV }) => ohmicFloor_mV),
  ),
  numeric(
    columns.noise,
    '%',
    ofLike(({ noiseIndex }) => percent(noiseIndex)),
  ),
  numeric(
    columns.thickness,
    'µm',
    ofLike(({ metalThickness_um }) => metalThickness_um),
  ),
  numeric(
    columns.sandTime,
    'h',
    ofLike(({ sandTime_s }) => sandTime_s && sandTime_s / SECONDS_PER_HOUR),
  ),
];

export function tableColumns(basis: CapacityBasis, rows: readonly HalfCycleRow[]): readonly TableColumn[] {
  return [
    words(columns.cell, ({ cell }) => cell),
    { ...numeric(columns.halfCycle, '', ({ halfCycle }) => halfCycle.index), show: count },
    words(columns.direction, ({ halfCycle }) => text.cycling.directions[halfCycle.direction]),
    numeric(columns.capacity, CAPACITY_UNITS[basis].replace('cm2', 'cm²'), ({ halfCycle }) =>
      capacityOf(halfCycle, basis),
    ),
    ...voltageColumns(rows),
    numeric(columns.current, 'mA', ({ halfCycle }) => halfCycle.current_mA),
    {
      ...numeric(columns.start, 'h', ({ halfCycle }) => halfCycle.startTime_s / SECONDS_PER_HOUR),
      show: hours,
    },
    {
      ...numeric(columns.duration, 'h', ({ halfCycle }) => halfCycle.duration_s / SECONDS_PER_HOUR),
      show: hours,
    },
    ...DETAILS.filter(({ read }) => rows.some((row) => read(row) !== null)),
  ];
}

export function halfCycleRows(runs: readonly CyclingRunView[]): readonly HalfCycleRow[] {
  return runs.flatMap((run) => {
    const { cell, outcome } = run;
    if (!outcome?.ok || !outcome.value.ok) return [];
    const name = runName(run, runs);
    const { halfCycles, cycles } = outcome.value.summary;
    const isPolarised = hasPolarisation(cell?.kind ?? null, halfCycles);
    const completed = new Map(cycles.map((cycle) => [cycle.halfCycles[1], cycle]));
    return halfCycles.map((halfCycle) => ({
      cell: name,
      halfCycle,
      cycle: completed.get(halfCycle.index) ?? null,
      hasPolarisation: isPolarised,
    }));
  });
}

export function shownValue({ show }: TableColumn, value: string | number | null): string {
  if (value === null || Number.isNaN(value)) return '';
  return typeof value === 'string' ? value : show(value);
}

function titleOf({ title, unit }: TableColumn): string {
  return unit === '' ? title : `${title} (${unit})`;
}

/** In a spreadsheet numbers have the digits of the screen, no thousands separators and a hyphen for a minus; the unit is in the title. */
function plainValue(column: TableColumn, value: string | number | null): string {
  const shown = shownValue(column, value);
  return typeof value === 'number'
    ? shown.replaceAll(',', '').replace('−', '-')
    : shown.replace(/[\t\r\n]/g, ' ');
}

function plainTable(shown: readonly TableColumn[], rows: readonly HalfCycleRow[]): readonly string[][] {
  return [
    shown.map(titleOf),
    ...rows.map((row) => shown.map((column) => plainValue(column, column.read(row)))),
  ];
}

export function tabSeparated(shown: readonly TableColumn[], rows: readonly HalfCycleRow[]): string {
  return plainTable(shown, rows)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export function htmlTable(shown: readonly TableColumn[], rows: readonly HalfCycleRow[]): string {
  const lines = plainTable(shown, rows).map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}
