/** The fitted parameters as a table for a spreadsheet, unrounded. */
import type { FitResult } from '#core/eis/fitResult.ts';
import { text } from '../../../text/text.ts';
import { unitText } from '../../../text/unitText.ts';
import type { ShownTable } from '../copyTable.ts';

const { columns, verdicts } = text.impedanceFit;

export function parameterRows(fit: FitResult | null): ShownTable {
  const titles = [
    columns.parameter,
    columns.unit,
    columns.value,
    columns.error,
    columns.interval,
    columns.verdict,
  ];
  const number = (value: number | null) => (value === null ? '' : String(value));
  const rows = (fit?.parameters ?? []).map((one) => [
    one.name,
    unitText(one.unit),
    number(one.value),
    number(one.standardError),
    one.lower95 === null ? '' : `${one.lower95} … ${one.upper95 ?? ''}`,
    verdicts[one.verdict],
  ]);
  return { titles, rows };
}
