/** The datasets of one measurement of a PalmSens session. */
import { findColumn, type Column, type Dataset, type Metadata } from '#core/dataset.ts';
import { completeImpedance } from '#core/import/completeImpedance.ts';
import {
  ARRAY_TYPES,
  distinctColumns,
  sessionArray,
  type SessionArray,
} from '#core/import/formats/palmsens/sessionArrays.ts';
import { field, listField, textField } from '#core/import/formats/palmsens/sessionJson.ts';
import { isSpectrum, spectraOf } from '#core/import/impedanceTable.ts';
import { settleImpedanceSign } from '#core/import/settleImpedanceSign.ts';
import { splitImpedance } from '#core/import/splitImpedance.ts';
import type { Warning } from '#core/problem.ts';

export interface MeasurementDatasets {
  readonly datasets: readonly Dataset[];
  readonly warnings: readonly Warning[];
}

interface Place {
  readonly title: string;
  readonly metadata: Metadata;
}

/** Ticks of 100 ns from the year 1 to 1970. */
const EPOCH_TICKS = 621_355_968_000_000_000;
const TICKS_PER_MS = 10_000;
const LATEST_MS = 8.64e15;

/** Local wall clock of the measurement, to the second; null when the file has none. */
function startedAt(measurement: unknown): string | null {
  const ticks = field(measurement, 'timestamp');
  if (typeof ticks !== 'number') return null;
  const ms = (ticks - EPOCH_TICKS) / TICKS_PER_MS;
  return Math.abs(ms) < LATEST_MS ? new Date(ms).toISOString().slice(0, 19) : null;
}

export function measurementDatasets(measurement: unknown, index: number, count: number): MeasurementDatasets {
  const title = textField(measurement, 'title') || 'Measurement';
  const metadata = {
    technique: title,
    startedAt: startedAt(measurement),
    deviceSerial: textField(measurement, 'deviceserial') || null,
  };
  const place = { title: count === 1 ? title : `${title} (${index + 1} of ${count})`, metadata };
  const channels = listField(measurement, 'eisdatalist');
  const sets = channels.length > 0 ? channels : [measurement];
  const found = sets.map((set) => datasetsOfArrays(arraysOf(set), placeOf(place, set, sets.length)));
  const datasets = found.flatMap((each) => each.datasets);
  const warnings = found.flatMap((each) => each.warnings);
  if (datasets.length > 0 || warnings.length > 0) return { datasets, warnings };
  return fromCurves(measurement, place);
}

function placeOf(place: Place, set: unknown, count: number): Place {
  return count === 1 ? place : { ...place, title: `${place.title}: ${textField(set, 'title')}` };
}

function arraysOf(set: unknown): SessionArray[] {
  return listField(field(set, 'dataset'), 'values')
    .map(sessionArray)
    .filter(({ column }) => column.values.length > 0);
}

function datasetsOfArrays(arrays: readonly SessionArray[], place: Place): MeasurementDatasets {
  if (arrays.length === 0) return { datasets: [], warnings: [] };
  if (arrays.some(({ type }) => type === ARRAY_TYPES.frequency)) return spectraOfArrays(arrays, place);
  const groups = groupsOf(arrays);
  const runs = groups.flatMap((group, i) =>
    runOf(group, groups.length === 1 ? place.title : `${place.title}, scan ${i + 1}`, place),
  );
  if (runs.length > 0) return { datasets: runs, warnings: [] };
  const reason = `it has no time with a voltage or a current (its arrays are ${arrays.map(({ column }) => column.source).join(', ')})`;
  return { datasets: [], warnings: [{ code: 'table-skipped', table: place.title, reason }] };
}

/** Arrays as long as the first one: what is shorter or longer is no column of the same table. */
function sameLength(arrays: readonly SessionArray[], length: number): readonly SessionArray[] {
  return arrays.filter(({ column }) => column.values.length === length);
}

function spectraOfArrays(arrays: readonly SessionArray[], { title, metadata }: Place): MeasurementDatasets {
  const rows = arrays.find(({ type }) => type === ARRAY_TYPES.frequency)?.column.values.length ?? 0;
  const own = sameLength(arrays, rows);
  const columns = completeImpedance(distinctColumns(own));
  if (!isSpectrum(columns)) {
    const reason = "it has a frequency, and no Z' and Z''";
    return { datasets: [], warnings: [{ code: 'table-skipped', table: title, reason }] };
  }
  const stated = own.filter(({ negated }) => negated).map(({ column }) => column.name);
  const settled = settleImpedanceSign(columns, new Set(stated));
  const { sweeps } = splitImpedance({ rows, columns: settled.columns });
  const kept = { ...metadata, zImSign: settled.zImSign };
  return { datasets: spectraOf(sweeps, { label: title, metadata: kept }), warnings: settled.warnings };
}

/** Scans of a voltammogram repeat their arrays; a group begins where a quantity comes again. A lone time is shared. */
function groupsOf(arrays: readonly SessionArray[]): SessionArray[][] {
  const times = arrays.filter(({ type }) => type === ARRAY_TYPES.time);
  const [shared] = times.length === 1 ? times : [];
  const groups: SessionArray[][] = [[]];
  for (const array of arrays) {
    if (array === shared) continue;
    if (groups.at(-1)?.some(({ type }) => type === array.type)) groups.push([]);
    groups.at(-1)?.push(array);
  }
  return shared ? groups.map((group) => [shared, ...group]) : groups;
}

function runOf(group: readonly SessionArray[], label: string, { metadata }: Place): Dataset[] {
  const rows = group.find(({ type }) => type === ARRAY_TYPES.time)?.column.values.length ?? 0;
  const columns = distinctColumns(sameLength(group, rows));
  return rows > 0 && isRun(columns) ? [{ kind: 'cycling', label, rows, columns, metadata }] : [];
}

function isRun(columns: readonly Column[]): boolean {
  const has = (name: string): boolean => findColumn({ columns }, name) !== undefined;
  return has('time_s') && (has('voltage_V') || has('current_A'));
}

/** Some measurements have no arrays of their own, only curves of two. */
function fromCurves(measurement: unknown, place: Place): MeasurementDatasets {
  const found = listField(measurement, 'curves').map((curve) => {
    const axes = [field(curve, 'xaxisdataarray'), field(curve, 'yaxisdataarray')];
    const title = textField(curve, 'title') || place.title;
    return datasetsOfArrays(
      axes.map(sessionArray).filter(({ column }) => column.values.length > 0),
      { ...place, title },
    );
  });
  return {
    datasets: found.flatMap((each) => each.datasets),
    warnings: found.flatMap((each) => each.warnings),
  };
}
