/**
 * Columns that EC-Lab's text export has and its binary file lacks, by the rules that reproduce the export. A column
 * that the file holds is never replaced.
 */
import { createValues, kindOf, type ColumnValues } from '#core/columnValues.ts';
import { findColumn, findNumbers, type Column } from '#core/dataset.ts';

const EMPTY = new Float64Array(0);
const MODE_CURRENT = 1;
const MODE_VOLTAGE = 2;

interface Rule {
  readonly name: string;
  readonly unit: string;
  readonly needs: readonly string[];
  readonly derivedBy: string;
  /** The results are values of the first needed column, or smaller whole numbers: its width is enough. */
  readonly sameWidth?: true;
  /** Fills `out`, which is all zeros; zeros are not written again, because pages nobody writes to cost no memory. */
  readonly compute: (needed: readonly ColumnValues[], out: ColumnValues) => void;
}

/** Applies `value` row by row to two columns; the columns of long runs have plain loops of their own below. */
function rowwise(value: (a: number, b: number) => number): Rule['compute'] {
  return ([a, b], out) => {
    for (let row = 0; row < out.length; row++) out[row] = value(a?.[row] ?? NaN, b?.[row] ?? NaN);
  };
}

function voltagePart([control = EMPTY, mode = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) if (mode[row] === MODE_VOLTAGE) out[row] = control[row] ?? NaN;
}

function currentPart([control = EMPTY, mode = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++)
    if (mode[row] === MODE_CURRENT) out[row] = (control[row] ?? NaN) / 1000;
}

function halved([halfCycle = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) out[row] = Math.floor((halfCycle[row] ?? NaN) / 2);
}

function absolute([charge = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) out[row] = Math.abs(charge[row] ?? NaN);
}

function positivePart([charge = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) {
    const q_Ah = charge[row] ?? NaN;
    if (!(q_Ah <= 0)) out[row] = q_Ah;
  }
}

function negativePart([charge = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) {
    const q_Ah = charge[row] ?? NaN;
    if (!(q_Ah >= 0)) out[row] = -q_Ah;
  }
}

function product([voltage = EMPTY, current = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) out[row] = (voltage[row] ?? NaN) * (current[row] ?? NaN);
}

function resistance([voltage = EMPTY, current = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) {
    const current_A = current[row] ?? NaN;
    out[row] = current_A === 0 ? 0 : Math.abs((voltage[row] ?? NaN) / current_A);
  }
}

function difference([working = EMPTY, counter = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 0; row < out.length; row++) out[row] = (working[row] ?? NaN) - (counter[row] ?? NaN);
}

const SECONDS_PER_HOUR = 3600;

function currentFromCharge([charge = EMPTY, time = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  for (let row = 1; row < out.length; row++) {
    const dt_s = (time[row] ?? NaN) - (time[row - 1] ?? NaN);
    out[row] = dt_s > 0 ? (SECONDS_PER_HOUR * (charge[row] ?? NaN)) / dt_s : 0;
  }
}

/** Percent of the charge of the half cycle before; stands on the last row of a discharging half cycle, else 0. */
function efficiency([charge = EMPTY, halfCycle = EMPTY]: readonly ColumnValues[], out: ColumnValues): void {
  let previous_Ah = 0;
  for (let row = 0; row < out.length; row++) {
    if (row + 1 < out.length && halfCycle[row] === halfCycle[row + 1]) continue;
    const q_Ah = charge[row] ?? NaN;
    if (q_Ah < 0 && previous_Ah > 0) out[row] = (100 * -q_Ah) / previous_Ah;
    previous_Ah = q_Ah;
  }
}

const RADIANS_PER_DEGREE = Math.PI / 180;
const ratioOrZero = (a: number, b: number) => (b === 0 ? 0 : a / b);

const RULES: readonly Rule[] = [
  {
    name: 'current_A',
    unit: 'A',
    needs: ['chargeStep_Ah', 'time_s'],
    derivedBy: '3600 × dq / dt to the row before',
    compute: currentFromCharge,
  },
  {
    name: 'controlVoltage_V',
    unit: 'V',
    needs: ['control_VOrMa', 'mode'],
    derivedBy: 'control/V/mA where the mode is potentiostatic, else 0',
    sameWidth: true,
    compute: voltagePart,
  },
  {
    name: 'controlCurrent_A',
    unit: 'A',
    needs: ['control_VOrMa', 'mode'],
    derivedBy: 'control/V/mA where the mode is galvanostatic, else 0',
    compute: currentPart,
  },
  {
    name: 'cycle',
    unit: '1',
    needs: ['halfCycle'],
    derivedBy: 'floor(half cycle / 2), the rule of the charge/discharge alternance',
    sameWidth: true,
    compute: halved,
  },
  {
    name: 'capacity_Ah',
    unit: 'Ah',
    needs: ['halfCycleCharge_Ah'],
    derivedBy: '|Q charge/discharge|',
    compute: absolute,
  },
  {
    name: 'chargeCapacity_Ah',
    unit: 'Ah',
    needs: ['halfCycleCharge_Ah'],
    derivedBy: 'positive part of Q charge/discharge',
    compute: positivePart,
  },
  {
    name: 'dischargeCapacity_Ah',
    unit: 'Ah',
    needs: ['halfCycleCharge_Ah'],
    derivedBy: 'negative part of Q charge/discharge',
    compute: negativePart,
  },
  {
    name: 'efficiency_percent',
    unit: '%',
    needs: ['halfCycleCharge_Ah', 'halfCycle'],
    derivedBy: 'Q of a discharge / Q of the charge before it, on its last row',
    compute: efficiency,
  },
  {
    name: 'power_W',
    unit: 'W',
    needs: ['voltage_V', 'currentInstant_A'],
    derivedBy: 'voltage × current at the sample',
    compute: product,
  },
  {
    name: 'power_W',
    unit: 'W',
    needs: ['voltage_V', 'current_A'],
    derivedBy: 'voltage × current',
    compute: product,
  },
  {
    name: 'resistance_ohm',
    unit: 'ohm',
    needs: ['voltage_V', 'current_A'],
    derivedBy: '|voltage / current|, 0 without current',
    compute: resistance,
  },
  {
    name: 'cellVoltage_V',
    unit: 'V',
    needs: ['voltage_V', 'counterVoltage_V'],
    derivedBy: 'Ewe − Ece',
    compute: difference,
  },
];

const IMPEDANCE_RULES: readonly Rule[] = [
  {
    name: 'zRe_ohm',
    unit: 'ohm',
    needs: ['zModulus_ohm', 'zPhase_deg'],
    derivedBy: '|Z| cos(phase)',
    compute: rowwise((modulus, phase) => modulus * Math.cos(phase * RADIANS_PER_DEGREE)),
  },
  {
    name: 'zIm_ohm',
    unit: 'ohm',
    needs: ['zModulus_ohm', 'zPhase_deg'],
    derivedBy: '|Z| sin(phase)',
    compute: rowwise((modulus, phase) => modulus * Math.sin(phase * RADIANS_PER_DEGREE)),
  },
  {
    name: 'yRe_S',
    unit: 'S',
    needs: ['zModulus_ohm', 'zPhase_deg'],
    derivedBy: 'cos(phase) / |Z|',
    compute: rowwise((modulus, phase) => ratioOrZero(Math.cos(phase * RADIANS_PER_DEGREE), modulus)),
  },
  {
    name: 'yIm_S',
    unit: 'S',
    needs: ['zModulus_ohm', 'zPhase_deg'],
    derivedBy: '−sin(phase) / |Z|',
    compute: rowwise((modulus, phase) => ratioOrZero(-Math.sin(phase * RADIANS_PER_DEGREE), modulus)),
  },
  {
    name: 'yModulus_S',
    unit: 'S',
    needs: ['zModulus_ohm', 'zPhase_deg'],
    derivedBy: '1 / |Z|',
    compute: rowwise((modulus) => ratioOrZero(1, modulus)),
  },
  {
    name: 'yPhase_deg',
    unit: '°',
    needs: ['zPhase_deg'],
    derivedBy: '−phase of Z',
    compute: rowwise((phase) => -phase),
  },
];

/** The values are computed when they are first asked for: an analysis looks at few of these columns. */
function derivedColumn(rule: Rule, needed: readonly Column[], rows: number): Column {
  const { name, unit, derivedBy, sameWidth, compute } = rule;
  let computed: ColumnValues | undefined;
  const computeOnce = () => {
    const inputs = needed.map(({ values }) => values);
    computed = createValues(sameWidth && inputs[0] ? kindOf(inputs[0]) : 'f64', rows);
    compute(inputs, computed);
    return computed;
  };
  return {
    name,
    unit,
    source: '',
    derivedBy,
    get values() {
      return computed ?? computeOnce();
    },
  };
}

function apply(columns: Column[], rule: Rule, rows: number): void {
  if (columns.some(({ name }) => name === rule.name)) return;
  const needed = rule.needs.flatMap((name) => findColumn({ columns }, name) ?? []);
  if (needed.length === rule.needs.length) columns.push(derivedColumn(rule, needed, rows));
}

/** In impedance runs the export adds dq, which begins anew with every loop. */
function addChargeStep(columns: Column[], loopStarts: readonly number[]): void {
  const charge = findNumbers({ columns }, 'charge_Ah');
  if (!charge || columns.some(({ name }) => name === 'chargeStep_Ah')) return;
  const values = charge.map((q, row) => q - (row > 0 ? (charge[row - 1] ?? NaN) : 0));
  for (const start of loopStarts) if (start > 0) values[start] = 0;
  const derivedBy = 'difference of Q-Qo to the row before, 0 at the start of a loop';
  columns.push({ name: 'chargeStep_Ah', unit: 'Ah', source: '', values, derivedBy });
}

/** The columns of an `.mpr` run with those added that the text export would have. */
export function deriveColumns(
  columns: readonly Column[],
  rows: number,
  loopStarts: readonly number[] = [],
): Column[] {
  const all = [...columns];
  const impedance = all.some(({ name }) => name === 'frequency_Hz');
  for (const rule of RULES) apply(all, rule, rows);
  if (impedance) for (const rule of IMPEDANCE_RULES) apply(all, rule, rows);
  if (impedance) addChargeStep(all, loopStarts);
  return all;
}

/** Only Re Z and Im Z, for a text export that has modulus and phase alone. */
export function deriveImpedance(columns: readonly Column[], rows: number): Column[] {
  const all = [...columns];
  for (const rule of IMPEDANCE_RULES.slice(0, 2)) apply(all, rule, rows);
  return all;
}
