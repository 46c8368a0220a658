/** The fitted quantity of each spectrum as a table. */
import { text } from '../../../text/text.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import { valueWords } from '../valueWords.ts';
import type { SeriesAxis } from '../impedanceSettings.ts';
import { AXIS_UNITS, type FittedSeries, type SeriesQuantity } from './seriesPoints.ts';

const words = text.impedanceSeries;

function withUnit(title: string, unit: string): string {
  return unit === '' ? title : `${title} (${unit})`;
}

function verdictWords(verdict: FittedSeries['verdicts'][number] | undefined): string {
  if (verdict === undefined) return '';
  return verdict === 'fixed' ? text.impedanceFit.locked : text.impedanceFit.verdicts[verdict];
}

export function seriesTable({ series, unit }: SeriesQuantity, axis: SeriesAxis): ShownTable {
  const { columns, axes } = words;
  return {
    titles: [
      text.impedance.columns.cell,
      withUnit(axes[axis], AXIS_UNITS[axis]),
      withUnit(columns.value, unit),
      columns.lower,
      columns.upper,
      columns.verdict,
    ],
    rows: series.flatMap((cell) =>
      Array.from(cell.x, (at, k) => [
        cell.name,
        valueWords(at, 6),
        ...[cell.value, cell.lower, cell.upper].map((values) => valueWords(values[k] ?? NaN)),
        verdictWords(cell.verdicts[k]),
      ]),
    ),
  };
}
