/** Whose voltages are drawn, with the value by which they were chosen, as a table. */
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { digits } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { unitText } from '../../text/unitText.ts';
import type { ProfileGroup } from './profileCells.ts';

const words = text.compare;

function titleOf({ title, unit }: MetricComparison): string {
  return unit === '1' ? title : `${title} (${unitText(unit)})`;
}

export function profileTable(groups: readonly ProfileGroup[], metric: MetricComparison | null): ShownTable {
  const { columns, profiles } = words;
  const valueOf = (group: string, cell: string) => {
    const measured = metric?.groups.find((each) => each.group === group);
    const at = measured?.cells.indexOf(cell) ?? -1;
    const value = measured?.values[at];
    // A test that ended before the cell failed gives a lower bound.
    return value === undefined ? '–' : `${measured?.censored?.[at] ? '>' : ''}${digits(value, 3)}`;
  };
  return {
    titles: [columns.group, columns.cell, metric ? titleOf(metric) : columns.metric, profiles.file],
    rows: groups.flatMap(({ group, runs }) =>
      runs.map(({ cell, dataset }) => [
        group.name,
        cell.name,
        valueOf(group.name, cell.name),
        dataset.fileName,
      ]),
    ),
  };
}
