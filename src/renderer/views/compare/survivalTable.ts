/** How long each cell lasted and what ended it, as a table. */
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { fixed } from '../../text/digits.ts';
import { text } from '../../text/text.ts';

const words = text.compare;

export function survivalTable(curves: readonly GroupSurvival[]): ShownTable {
  const { columns } = words;
  return {
    titles: [columns.set, columns.group, columns.cell, columns.time, columns.end],
    rows: curves.flatMap(({ set, group, cells }) =>
      cells.map(({ cell, time_h, mode, censored }) => [
        ...[set, group, cell, fixed(time_h, 1)],
        words.ends[censored || mode === null ? 'censored' : mode],
      ]),
    ),
  };
}
