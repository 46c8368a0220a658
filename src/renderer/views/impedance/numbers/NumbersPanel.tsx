/** The numbers people report: interface resistance of each cell, its change, and the ratio between groups. */
import { Alert, Stack, Title } from '@mantine/core';
import { useSession } from '../../../app/session.ts';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import type { FitRecord } from '../fit/fitRecord.ts';
import type { ImpedanceSettings, UpdateSettings } from '../impedanceSettings.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { significantDigits, valueWords } from '../valueWords.ts';
import { AreaError } from './AreaError.tsx';
import {
  groupRatios,
  interfaceNumbers,
  possibleShorts,
  type GroupRatio,
  type InterfaceNumber,
} from './interfaceNumbers.ts';
import { materialNumbers } from './materialNumbers.ts';
import { MaterialTable } from './MaterialTable.tsx';

const words = text.impedanceNumbers;
const PERCENT = 100;

function withError(value: number, standardError: number | null): string {
  const shown = valueWords(value, significantDigits(value, standardError));
  return standardError === null ? shown : words.error(shown, valueWords(standardError, 2));
}

function conventionOf(numbers: readonly InterfaceNumber[]): string {
  if (numbers.length === 0) return '';
  if (numbers.some(({ unit }) => unit === 'Ω')) return words.perCell;
  return numbers.every(({ interfaces }) => interfaces === 2) ? words.symmetric : words.single;
}

interface NumberRowProps {
  readonly number: InterfaceNumber;
  readonly showsUnit: boolean;
}

function NumberRow({ number, showsUnit }: NumberRowProps) {
  const { cell, state, value, standardError, unit, change } = number;
  return (
    <tr>
      <td>
        {cell} <small>{state}</small>
      </td>
      <td data-number>
        {withError(value, standardError)} {showsUnit && unit}
      </td>
      <td data-number>
        {change && words.change(valueWords(change.value, 3), valueWords(change.standardError, 2))}
      </td>
    </tr>
  );
}

function NumberTable({ numbers }: { readonly numbers: readonly InterfaceNumber[] }) {
  const units = new Set(numbers.map(({ unit }) => unit));
  const common = units.size === 1 ? [...units][0] : undefined;
  return (
    <table className="candidates wide" aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.columns.cell}</th>
          <th scope="col">
            {words.columns.value} {common && <small>{common}</small>}
          </th>
          <th scope="col">{words.columns.change}</th>
        </tr>
      </thead>
      <tbody>
        {numbers.map((number) => (
          <NumberRow key={number.view.dataset.id} number={number} showsUnit={!common} />
        ))}
      </tbody>
    </table>
  );
}

function Ratio({ state, first, second, ratio: { ratio, interval95 } }: GroupRatio) {
  const [low, high] = interval95 ?? [NaN, NaN];
  return (
    <p>
      <b>{words.ratioOf(state, first, second)}</b> = {valueWords(ratio, 3)}{' '}
      <small>{interval95 ? words.interval(valueWords(low, 3), valueWords(high, 3)) : words.noInterval}</small>
    </p>
  );
}

export interface NumbersPanelProps {
  readonly views: readonly SpectrumView[];
  readonly records: ReadonlyMap<string, FitRecord>;
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
}

export function NumbersPanel({ views, records, settings, update }: NumbersPanelProps) {
  const { contents } = useSession();
  const areaError = settings.areaError_percent / PERCENT;
  const numbers = interfaceNumbers(views, records, areaError);
  const fitted = views.filter(({ dataset }) => records.has(dataset.id)).length;
  const shorts = possibleShorts(views);
  return (
    <Stack gap={6} className="impedance-panel">
      <Title order={6}>{words.title}</Title>
      {shorts.map(({ label, fall }) => (
        <Alert key={label} variant="light" color="red" p="xs">
          {words.possibleShort(label, fixed(fall * PERCENT, 0))}
        </Alert>
      ))}
      <p className="form-hint">{fitted === 0 ? words.noFits : `${words.hint} ${conventionOf(numbers)}`}</p>
      {numbers.length > 0 && <NumberTable numbers={numbers} />}
      {numbers.length < fitted && <p className="form-hint">{words.noArc(fitted - numbers.length)}</p>}
      {groupRatios(numbers, contents.study).map((ratio) => (
        <Ratio key={`${ratio.state} ${ratio.second}`} {...ratio} />
      ))}
      {numbers.some(({ unit }) => unit !== 'Ω') && <AreaError settings={settings} update={update} />}
      <MaterialTable materials={materialNumbers(views, records, areaError)} />
    </Stack>
  );
}
