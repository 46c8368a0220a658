/** Test time for tables that lack it, from the time within steps or from the wall clock. */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn, type Column } from '#core/dataset.ts';

/**
 * The columns with `time_s` in front, derived if the file has none: step times are joined end to end (a step begins
 * where its time falls or its cycle or step number changes), else the wall clock since the first row. Undefined when
 * the table has no time at all.
 */
export function withTestTime(columns: readonly Column[]): readonly Column[] | undefined {
  if (findColumn({ columns }, 'time_s')) return columns;
  const stepTime = findColumn({ columns }, 'stepTime_s');
  if (stepTime) return [joinedStepTimes(numbersOf(stepTime.values), columns), ...columns];
  const clock = findColumn({ columns }, 'clock_s');
  return clock && [sinceFirstRow(numbersOf(clock.values)), ...columns];
}

/** A time that never falls although steps change already runs through the whole test. */
function joinedStepTimes(stepTime_s: Float64Array, columns: readonly Column[]): Column {
  if (!stepTime_s.some((value, row) => value < (stepTime_s[row - 1] ?? value))) {
    return timeColumn(stepTime_s.slice(), 'the only time column, which never starts again');
  }
  const marks = ['cycle', 'step', 'stepCount'].flatMap((name) => findColumn({ columns }, name)?.values ?? []);
  const values = new Float64Array(stepTime_s.length).fill(Number.NaN);
  let offset_s = 0;
  let last_s = 0;
  for (const [row, time_s] of stepTime_s.entries()) {
    if (Number.isNaN(time_s)) continue;
    const changed = row > 0 && marks.some((mark) => mark[row] !== mark[row - 1]);
    if (changed || time_s < last_s) offset_s += last_s;
    values[row] = offset_s + time_s;
    last_s = time_s;
  }
  return timeColumn(values, 'step times joined end to end');
}

function sinceFirstRow(clock_s: Float64Array): Column {
  const start_s = clock_s.find((value) => !Number.isNaN(value)) ?? Number.NaN;
  return timeColumn(
    clock_s.map((value) => value - start_s),
    'wall clock since the first row',
  );
}

function timeColumn(values: Float64Array, derivedBy: string): Column {
  return { name: 'time_s', unit: 's', source: '', values, derivedBy };
}
