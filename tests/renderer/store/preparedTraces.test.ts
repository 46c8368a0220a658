import { expect, test } from 'vitest';
import { tracedColumns, voltageTrace } from '#core/cycling/voltageTrace.ts';
import type { ColumnValues } from '#core/columnValues.ts';
import { keepTrace, preparedTrace } from '../../../src/renderer/store/preparedTraces.ts';

function dataset(time_s: ColumnValues, voltage_V: ColumnValues) {
  const column = (name: string, values: ColumnValues) => ({ name, unit: '1', source: '', values });
  const columns = [column('time_s', time_s), column('voltage_V', voltage_V)];
  return { kind: 'cycling', label: '', rows: time_s.length, columns, metadata: {} } as const;
}

test('a prepared trace is given for the arrays that it was made of, and for no others', () => {
  const drawn = { time_s: Float64Array.of(0, 1, 2), voltage_V: Float64Array.of(0.1, 5, -0.1) };
  const trace = voltageTrace(drawn);
  keepTrace(drawn, trace);
  expect(preparedTrace({ ...drawn })).toBe(trace);
  expect(preparedTrace({ ...drawn, time_s: drawn.time_s.slice() })).toBeUndefined();
  expect(preparedTrace({ ...drawn, voltage_V: drawn.voltage_V.slice() })).toBeUndefined();
});

test('time that runs backwards is told from time that does not', () => {
  const voltage_V = Float64Array.of(0, 0, 0);
  expect(voltageTrace({ time_s: Float64Array.of(0, 1, 1), voltage_V }).timeIsSorted).toBe(true);
  expect(voltageTrace({ time_s: Float64Array.of(0, 2, 1), voltage_V }).timeIsSorted).toBe(false);
});

test('only a cycling run in doubles has columns that are traced as they are', () => {
  const time_s = Float64Array.of(0, 1);
  const voltage_V = Float64Array.of(0.1, 0.2);
  expect(tracedColumns(dataset(time_s, voltage_V))).toEqual({ time_s, voltage_V });
  expect(tracedColumns({ ...dataset(time_s, voltage_V), kind: 'impedance' })).toBeNull();
  expect(tracedColumns(dataset(time_s, Float32Array.of(0.1, 0.2)))).toBeNull();
});
