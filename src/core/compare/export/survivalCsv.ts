import { csvOf } from '#core/compare/export/csvTable.ts';
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';

/** One row for every time at which a cell of a group failed; the interval is Greenwood's, transformed by log(−log). */
export function survivalCsv(curves: readonly GroupSurvival[]): string {
  return csvOf({
    titles: [
      ...['set', 'group', 'time (h)', 'at risk', 'failures', 'surviving share', 'standard error'],
      ...['lower 95 %', 'upper 95 %'],
    ],
    rows: curves.flatMap(({ set, group, steps }) =>
      steps.map(({ time, atRisk, failures, survival, standardError, interval95 }) => [
        ...[set, group, time, atRisk, failures, survival, standardError],
        ...(interval95 ?? [null, null]),
      ]),
    ),
  });
}

/** One row for every cell: how long it lasted, and what ended it; empty where its test ended first. */
export function lifetimesCsv(curves: readonly GroupSurvival[]): string {
  return csvOf({
    titles: ['set', 'group', 'cell', 'lasted (h)', 'failed by', 'censored'],
    rows: curves.flatMap(({ set, group, cells }) =>
      cells.map(({ cell, time_h, mode, censored }) => [set, group, cell, time_h, mode, censored]),
    ),
  });
}
