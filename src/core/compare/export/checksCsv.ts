import { csvOf } from '#core/compare/export/csvTable.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';

/** One row for every cross-check; its numbers under their names, which carry the unit. */
export function checksCsv(checks: readonly CrossCheck[]): string {
  const names = [...new Set(checks.flatMap(({ numbers }) => Object.keys(numbers)))];
  return csvOf({
    titles: ['cell', 'check', 'verdict', 'text', ...names],
    rows: checks.map(({ cell, check, verdict, text, numbers }) => [
      ...[cell, check, verdict, text],
      ...names.map((name) => numbers[name] ?? null),
    ]),
  });
}
