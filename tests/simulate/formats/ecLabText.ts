/**
 * Writes BioLogic EC-Lab text (.mpt): a counted header, one row of titles that ends in a TAB, then rows without one.
 * Every header carries the run's comment, which says that the data are simulated.
 */
import type { SimulatedRun } from '../cyclingRecord.ts';
import { usClock } from './clockText.ts';
import { ecLabDouble, ecLabFloat, type DecimalMark } from './ecLabNumber.ts';
import { ecLabRows, type EcLabRow, type SimulatedSpectrum } from './ecLabRows.ts';
import { encodeLines, type TextOptions } from './textBytes.ts';

export interface EcLabTextOptions extends TextOptions {
  readonly decimalMark: DecimalMark;
  readonly header: boolean;
  /** Titles to write, in this order; undefined = all. */
  readonly columns?: readonly string[];
}

const DEFAULTS: EcLabTextOptions = {
  encoding: 'windows-1252',
  lineEnd: '\r\n',
  decimalMark: '.',
  header: true,
};

type Cell<Row> = (row: Row, mark: DecimalMark) => string;

const whole = (value: number): string => String(value);
const flag = (value: boolean): string => (value ? '1' : '0');

const CYCLING_CELLS: Readonly<Record<string, Cell<EcLabRow>>> = {
  mode: (row) => whole(row.mode),
  'ox/red': (row) => flag(row.oxidation),
  error: () => '0',
  'control changes': (row) => flag(row.sequenceChanged),
  'Ns changes': (row) => flag(row.sequenceChanged),
  'counter inc.': () => '0',
  Ns: (row) => whole(row.sequence),
  'time/s': (row, mark) => ecLabDouble(row.time_s, mark),
  'dq/mA.h': (row, mark) => ecLabDouble(row.dq_mAh, mark),
  '(Q-Qo)/mA.h': (row, mark) => ecLabDouble(row.charge_mAh, mark),
  'control/V/mA': (row, mark) => ecLabFloat(row.control_mA, mark),
  'Ewe/V': (row, mark) => ecLabFloat(row.voltage_V, mark),
  'I Range': (row) => whole(row.currentRange),
  'Q charge/discharge/mA.h': (row, mark) => ecLabDouble(row.halfCycleCharge_mAh, mark),
  'half cycle': (row) => whole(row.halfCycle),
  'control/mA': (row, mark) => ecLabFloat(row.control_mA, mark),
  'cycle number': (row, mark) => ecLabDouble(Math.floor(row.halfCycle / 2), mark),
  'Q discharge/mA.h': (row, mark) => ecLabDouble(Math.max(0, -row.halfCycleCharge_mAh), mark),
  'Q charge/mA.h': (row, mark) => ecLabDouble(Math.max(0, row.halfCycleCharge_mAh), mark),
  'Capacity/mA.h': (row, mark) => ecLabDouble(Math.abs(row.halfCycleCharge_mAh), mark),
  '<I>/mA': (row, mark) => ecLabDouble(row.current_mA, mark),
};

type SpectrumPoint = SimulatedSpectrum['points'][number];

const modulus = ({ zRe_ohm, zIm_ohm }: SpectrumPoint): number => Math.sqrt(zRe_ohm ** 2 + zIm_ohm ** 2);
const phase_deg = ({ zRe_ohm, zIm_ohm }: SpectrumPoint): number =>
  (Math.atan2(zIm_ohm, zRe_ohm) * 180) / Math.PI;

const SPECTRUM_CELLS: Readonly<Record<string, Cell<SpectrumPoint>>> = {
  'freq/Hz': (point, mark) => ecLabFloat(point.frequency_Hz, mark),
  'Re(Z)/Ohm': (point, mark) => ecLabFloat(point.zRe_ohm, mark),
  '-Im(Z)/Ohm': (point, mark) => ecLabFloat(-point.zIm_ohm, mark),
  '|Z|/Ohm': (point, mark) => ecLabFloat(modulus(point), mark),
  'Phase(Z)/deg': (point, mark) => ecLabFloat(phase_deg(point), mark),
  'time/s': (point, mark) => ecLabDouble(point.time_s, mark),
  '<Ewe>/V': (_, mark) => ecLabFloat(0, mark),
  '<I>/mA': (_, mark) => ecLabFloat(0, mark),
  'cycle number': (_, mark) => ecLabDouble(1, mark),
  'I Range': () => '37',
};

/** Titles of a cycling export, in EC-Lab's order. */
export const EC_LAB_CYCLING_TITLES: readonly string[] = Object.keys(CYCLING_CELLS);

interface HeaderFacts {
  readonly technique: string;
  readonly run: Pick<SimulatedRun, 'comment' | 'startedAt_ms' | 'area_cm2' | 'electrolyte'>;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** The lines above the titles. The count in the second line includes the line of titles. */
function headerLines({ technique, run, parameters }: HeaderFacts, mark: DecimalMark): readonly string[] {
  const number = (value: number, digits: number): string => value.toFixed(digits).replace('.', mark);
  const body = [
    '',
    technique,
    '',
    'Run on channel : 1 (simulated)',
    'User : ',
    'Electrode connection : standard',
    'Potential control : Ewe',
    `Acquisition started on : ${usClock(run.startedAt_ms)}`,
    'Loaded Setting File : NONE',
    'Saved on :',
    '\tHost : simulator',
    'Device : simulated',
    'EC-LAB for windows v11.50 (software)',
    'Electrode material : ',
    `Electrolyte : ${run.electrolyte}`,
    ...run.comment.split('\n').map((line) => `Comments : ${line}`),
    `Mass of active material : ${number(0.001, 3)} mg`,
    `Electrode surface area : ${number(run.area_cm2, 3)} cm²`,
    'Cycle Definition : Charge/Discharge alternance',
    ...parameters.map(([name, value]) => name.padEnd(20) + value.padEnd(20)),
    '',
  ];
  const count = body.length + 3;
  return ['EC-Lab ASCII FILE', `Nb header lines : ${count}`.padEnd(46), ...body];
}

function* tableLines<Row>(
  rows: Iterable<Row>,
  cells: Readonly<Record<string, Cell<Row>>>,
  { columns = Object.keys(cells), decimalMark }: EcLabTextOptions,
): Generator<string> {
  const writers = columns.map((title) => {
    const cell = cells[title];
    if (!cell) throw new Error(`no such EC-Lab column: ${title}`);
    return cell;
  });
  yield columns.join('\t') + '\t';
  for (const row of rows) yield writers.map((cell) => cell(row, decimalMark)).join('\t');
}

/** Blocks of bytes of a galvanostatic run (GCPL). */
export function* ecLabCyclingText(
  run: SimulatedRun,
  options: Partial<EcLabTextOptions> = {},
): Generator<Uint8Array> {
  const full = { ...DEFAULTS, ...options };
  const facts: HeaderFacts = {
    technique: 'Galvanostatic Cycling with Potential Limitation',
    run,
    parameters: [['Set I/C', 'I']],
  };
  const lines = withHeader(facts, full, tableLines(ecLabRows(run.records), CYCLING_CELLS, full));
  yield* encodeLines(lines, full);
}

/** Blocks of bytes of an impedance spectrum (PEIS). */
export function* ecLabSpectrumText(
  spectrum: SimulatedSpectrum,
  options: Partial<EcLabTextOptions> = {},
): Generator<Uint8Array> {
  const full = { ...DEFAULTS, ...options };
  const facts: HeaderFacts = {
    technique: 'Potentio Electrochemical Impedance Spectroscopy',
    run: spectrum,
    parameters: [
      ['Mode', 'Single sine'],
      ['Va (mV)', `10${full.decimalMark}0`],
    ],
  };
  yield* encodeLines(withHeader(facts, full, tableLines(spectrum.points, SPECTRUM_CELLS, full)), full);
}

function* withHeader(
  facts: HeaderFacts,
  options: EcLabTextOptions,
  table: Iterable<string>,
): Generator<string> {
  if (options.header) yield* headerLines(facts, options.decimalMark);
  yield* table;
}
