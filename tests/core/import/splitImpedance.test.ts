import { describe, expect, test } from 'vitest';
import { splitImpedance, type SplitOptions } from '#core/import/splitImpedance.ts';

function split(values: Readonly<Record<string, readonly number[]>>, options?: SplitOptions) {
  const columns = Object.entries(values).map(([name, numbers]) => ({
    name,
    unit: '1',
    source: name,
    values: Float64Array.from(numbers),
  }));
  const { dc, sweeps } = splitImpedance({ rows: columns[0]?.values.length ?? 0, columns }, options);
  const of = (table: { columns: readonly { name: string; values: ArrayLike<number> }[] }, name: string) =>
    Array.from(table.columns.find((column) => column.name === name)?.values ?? []);
  return {
    dc: dc && of(dc, 'time_s'),
    dcNames: dc?.columns.map(({ name }) => name),
    sweeps: sweeps.map((sweep) => of(sweep, 'frequency_Hz')),
    firstRows: sweeps.map(({ firstRow }) => firstRow),
  };
}

describe('a table of direct-current and impedance rows', () => {
  test('without a frequency column is all direct current', () => {
    expect(split({ time_s: [1, 2] })).toMatchObject({ dc: [1, 2], sweeps: [] });
  });

  test('whose frequency is never above zero is all direct current, without impedance columns', () => {
    const result = split({ time_s: [1, 2], frequency_Hz: [0, NaN], zRe_ohm: [0, 0], zCycle: [0, 0] });
    expect(result).toMatchObject({ dc: [1, 2], dcNames: ['time_s', 'zCycle'], sweeps: [] });
  });

  test('gives each row to one part and loses none', () => {
    const result = split({ time_s: [0, 1, 2, 3, 4], frequency_Hz: [0, 100, 10, 0, 0] });
    expect(result).toMatchObject({ dc: [0, 3, 4], sweeps: [[100, 10]], firstRows: [1] });
  });
});

describe('sweeps', () => {
  test('begin where the frequency jumps back to the start', () => {
    expect(split({ frequency_Hz: [100, 10, 1, 100, 10, 1] }).sweeps).toEqual([
      [100, 10, 1],
      [100, 10, 1],
    ]);
  });

  test('that rise begin where the frequency falls back', () => {
    expect(split({ frequency_Hz: [1, 10, 100, 1, 10, 100] }).sweeps).toHaveLength(2);
  });

  test('that turn round point by point stay one', () => {
    expect(split({ frequency_Hz: [1000, 300, 100, 30, 10, 30, 100] }).sweeps).toHaveLength(1);
  });

  test('with a frequency measured twice stay one', () => {
    expect(split({ frequency_Hz: [100, 100, 10, 10, 1] }).sweeps).toHaveLength(1);
  });

  test('begin where a segment column changes, even if the frequency goes on falling', () => {
    const values = { frequency_Hz: [8, 4, 2, 1], cycle: [1, 1, 2, 2] };
    expect(split(values).sweeps).toHaveLength(1);
    expect(split(values, { segmentColumns: ['cycle'] }).sweeps).toEqual([
      [8, 4],
      [2, 1],
    ]);
  });

  test('begin at the rows where the file says that a loop begins, direct-current rows between or not', () => {
    const values = { frequency_Hz: [8, 4, 0, 2, 1] };
    expect(split(values, { segmentStarts: [0, 2] }).sweeps).toEqual([
      [8, 4],
      [2, 1],
    ]);
    expect(split(values).sweeps).toEqual([[8, 4, 2, 1]]);
  });
});
