/** Activation energy of the shown resistance, over temperatures that can be typed. */
import { NumberInput, Stack, Title } from '@mantine/core';
import { text } from '../../../text/text.ts';
import type { FitRecord } from '../fit/fitRecord.ts';
import type { ImpedanceSettings, UpdateSettings } from '../impedanceSettings.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { valueWords } from '../valueWords.ts';
import { energyWords } from './arrheniusPlot.ts';
import { arrheniusLine, arrheniusRows, type ArrheniusLine, type ArrheniusRow } from './arrheniusRows.ts';

const words = text.impedanceArrhenius;
const COLDEST_DEGC = -273;
const HOTTEST_DEGC = 2000;

interface TemperatureFieldProps {
  readonly row: ArrheniusRow;
  readonly onChange: (value_degC: number) => void;
}

function TemperatureField({ row: { label, temperature }, onChange }: TemperatureFieldProps) {
  return (
    <NumberInput
      size="xs"
      hideControls
      suffix=" °C"
      aria-label={words.temperatureOf(label)}
      title={temperature ? words.sources[temperature.source] : words.unknown}
      placeholder={words.unknown}
      min={COLDEST_DEGC}
      max={HOTTEST_DEGC}
      clampBehavior="blur"
      value={temperature?.value_degC ?? ''}
      onChange={(value) => {
        if (typeof value === 'number' && value >= COLDEST_DEGC && value <= HOTTEST_DEGC) onChange(value);
      }}
    />
  );
}

function Result({ line }: { readonly line: ArrheniusLine }) {
  if (!line.fit) return <p className="form-hint">{words.tooFew}</p>;
  return (
    <p>
      <b>{energyWords(line)}</b> <small>{words.points(line.points, line.undetermined)}</small>
    </p>
  );
}

export interface ArrheniusPanelProps {
  readonly views: readonly SpectrumView[];
  readonly records: ReadonlyMap<string, FitRecord>;
  readonly quantity: string;
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
}

export function ArrheniusPanel({ views, records, quantity, settings, update }: ArrheniusPanelProps) {
  const typed = settings.temperatures_degC;
  const rows = arrheniusRows(views, { records, quantity, typed });
  if (!rows.some(({ estimate }) => estimate?.unit === 'ohm')) return null;
  return (
    <Stack gap={6} className="impedance-panel">
      <Title order={6}>{words.title(quantity)}</Title>
      <Result line={arrheniusLine(rows)} />
      <table className="candidates wide" aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.spectrum}</th>
            <th scope="col">{words.temperature}</th>
            <th scope="col">
              {quantity} <small>Ω</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.datasetId}>
              <td>{row.label}</td>
              <td data-number>
                <TemperatureField
                  row={row}
                  onChange={(value_degC) => {
                    update({ temperatures_degC: { ...typed, [row.datasetId]: value_degC } });
                  }}
                />
              </td>
              <td data-number>{row.estimate && valueWords(row.estimate.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}
