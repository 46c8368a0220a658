import type { Doubt } from '#core/compare/doubt.ts';
import { csvOf } from '#core/compare/export/csvTable.ts';

/** One row for every doubt that the data raise, with what was said to it. */
export function doubtsCsv(doubts: readonly Doubt[]): string {
  return csvOf({
    titles: ['doubt', 'text', 'reference', 'cells', 'state', 'note'],
    rows: doubts.map(({ id, text, reference, cells, state, note }) => [
      ...[id, text, reference, cells.join('; '), state, note],
    ]),
  });
}
