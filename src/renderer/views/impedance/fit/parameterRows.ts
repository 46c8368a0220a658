/** The fitted parameters as a table for a spreadsheet, unrounded, with the intervals that were asked for. */
import type { ParameterEstimate } from '#core/eis/fitResult.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import { text } from '../../../text/text.ts';
import { unitText } from '../../../text/unitText.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import type { FitRecord } from './fitRecord.ts';

const { columns, verdicts, intervals: words } = text.impedanceFit;
const METHODS: readonly ParameterInterval['method'][] = ['profile', 'bootstrap'];

function number(value: number | null): string {
  return value === null ? '' : String(value);
}

function ends(interval: Pick<ParameterEstimate, 'lower95' | 'upper95'> | undefined): string {
  if (!interval || (interval.lower95 === null && interval.upper95 === null)) return '';
  return `${number(interval.lower95)} … ${number(interval.upper95)}`;
}

export function parameterRows(record: FitRecord | null): ShownTable {
  const intervals = record?.intervals ?? [];
  const methods = METHODS.filter((method) => intervals.some((one) => one.method === method));
  const asked = (name: string) =>
    methods.map((method) => ends(intervals.find((one) => one.method === method && one.parameter === name)));
  const { parameter, unit, value, error, interval, verdict } = columns;
  return {
    titles: [
      ...[parameter, unit, value, error, interval],
      ...methods.map((method) => words.methods[method]),
      verdict,
    ],
    rows: (record?.fit.parameters ?? []).map((one) => [
      one.name,
      unitText(one.unit),
      number(one.value),
      number(one.standardError),
      ends(one),
      ...asked(one.name),
      verdicts[one.verdict],
    ]),
  };
}
