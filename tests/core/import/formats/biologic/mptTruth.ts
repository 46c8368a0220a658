/** A plain second reading of EC-Lab text exports, for comparison: split at TABs, Number() of each cell. */
import { readFileSync } from 'node:fs';

/** How the export prints a column: 15 decimals for doubles, 7 for single precision, none for integers and flags. */
export type Precision = 'double' | 'single' | 'integer';

export interface TruthColumn {
  readonly values: readonly number[];
  readonly precision: Precision;
}

export interface Truth {
  readonly rows: number;
  /** By title as the file has it. */
  readonly columns: ReadonlyMap<string, TruthColumn>;
}

function precisionOf(cells: readonly string[]): Precision {
  if (cells.every((cell) => /^-?\d+$/.test(cell))) return 'integer';
  return cells.some((cell) => /[.,]\d{9,}E/.test(cell)) ? 'double' : 'single';
}

/** Rows with another number of cells than titles (a cut last row) are left out. */
export function readTruth(path: string): Truth {
  const lines = new TextDecoder('windows-1252').decode(readFileSync(path)).split(/\r?\n/);
  const declared = /^Nb header lines\s*:\s*(\d+)/.exec(lines[1] ?? '')?.[1];
  const titleLine = declared ? Number(declared) - 1 : lines.findIndex((line) => line.includes('\t'));
  const titles = (lines[titleLine] ?? '').split('\t').filter((title) => title !== '');
  const rows = lines
    .slice(titleLine + 1)
    .map((line) => line.split('\t'))
    .filter((row) => row.length === titles.length);
  const columns = titles.map((title, i): readonly [string, TruthColumn] => {
    const cells = rows.map((row) => row[i] ?? '');
    const values = cells.map((cell) => Number(cell.replace(',', '.')));
    return [title, { values, precision: precisionOf(cells) }];
  });
  return { rows: rows.length, columns: new Map(columns) };
}

/** What each title is in core, written down from the vendor's manual and the units, not from the program's table. */
export const EXPECTED: Readonly<Record<string, readonly [name: string, factor: number]>> = {
  'THD Ewe/%': ['thdVoltage_percent', 1],
  'THD I/%': ['thdCurrent_percent', 1],
  'NSD Ewe/%': ['nsdVoltage_percent', 1],
  'NSD I/%': ['nsdCurrent_percent', 1],
  'NSR Ewe/%': ['nsrVoltage_percent', 1],
  'NSR I/%': ['nsrCurrent_percent', 1],
  '|Ewe h2|/V': ['voltageH2_V', 1],
  '|Ewe h7|/V': ['voltageH7_V', 1],
  '|I h2|/A': ['currentH2_A', 1],
  '|I h7|/A': ['currentH7_A', 1],
  mode: ['mode', 1],
  'ox/red': ['oxidation', 1],
  error: ['error', 1],
  'control changes': ['controlChanges', 1],
  'Ns changes': ['stepChanges', 1],
  'counter inc.': ['counterIncrement', 1],
  Ns: ['step', 1],
  'I Range': ['currentRange', 1],
  'time/s': ['time_s', 1],
  'step time/s': ['stepTime_s', 1],
  'Ewe/V': ['voltage_V', 1],
  'Ecell/V': ['voltage_V', 1],
  '<Ewe>/V': ['voltage_V', 1],
  '<Ewe/V>': ['voltage_V', 1],
  'Ece/V': ['counterVoltage_V', 1],
  '<Ece>/V': ['counterVoltage_V', 1],
  'Ewe-Ece/V': ['cellVoltage_V', 1],
  'I/mA': ['current_A', 1e-3],
  '<I>/mA': ['current_A', 1e-3],
  'control/V': ['controlVoltage_V', 1],
  'control/mA': ['controlCurrent_A', 1e-3],
  'control/V/mA': ['control_VOrMa', 1],
  'dq/mA.h': ['chargeStep_Ah', 1e-3],
  'dQ/mA.h': ['chargeSegment_Ah', 1e-3],
  '(Q-Qo)/mA.h': ['charge_Ah', 1e-3],
  'dQ/C': ['chargeSegment_Ah', 1 / 3600],
  '(Q-Qo)/C': ['charge_Ah', 1 / 3600],
  'Q charge/discharge/mA.h': ['halfCycleCharge_Ah', 1e-3],
  'Q charge/mA.h': ['chargeCapacity_Ah', 1e-3],
  'Q discharge/mA.h': ['dischargeCapacity_Ah', 1e-3],
  'Capacity/mA.h': ['capacity_Ah', 1e-3],
  'Efficiency/%': ['efficiency_percent', 1],
  'half cycle': ['halfCycle', 1],
  'z cycle': ['zCycle', 1],
  'cycle number': ['cycle', 1],
  'P/W': ['power_W', 1],
  'Pwe/W': ['power_W', 1],
  'R/Ohm': ['resistance_ohm', 1],
  'Rwe/Ohm': ['resistance_ohm', 1],
  '|Energy|/W.h': ['energyModulus_Wh', 1],
  'Energy charge/W.h': ['chargeEnergy_Wh', 1],
  'Energy discharge/W.h': ['dischargeEnergy_Wh', 1],
  'Energy we charge/W.h': ['chargeEnergy_Wh', 1],
  'Energy we discharge/W.h': ['dischargeEnergy_Wh', 1],
  'Capacitance charge/µF': ['chargeCapacitance_F', 1e-6],
  'Capacitance discharge/µF': ['dischargeCapacitance_F', 1e-6],
  'Rcmp/Ohm': ['compensatedResistance_ohm', 1],
  'freq/Hz': ['frequency_Hz', 1],
  'Re(Z)/Ohm': ['zRe_ohm', 1],
  '-Im(Z)/Ohm': ['zIm_ohm', -1],
  '|Z|/Ohm': ['zModulus_ohm', 1],
  'Phase(Z)/deg': ['zPhase_deg', 1],
  '|Ewe|/V': ['voltageAmplitude_V', 1],
  '|I|/A': ['currentAmplitude_A', 1],
  '|Ece|/V': ['counterVoltageAmplitude_V', 1],
  'Cs/µF': ['seriesCapacitance_F', 1e-6],
  'Cp/µF': ['parallelCapacitance_F', 1e-6],
  'Re(Zce)/Ohm': ['zCeRe_ohm', 1],
  '-Im(Zce)/Ohm': ['zCeIm_ohm', -1],
  '|Zce|/Ohm': ['zCeModulus_ohm', 1],
  'Phase(Zce)/deg': ['zCePhase_deg', 1],
  'Re(Zwe-ce)/Ohm': ['zWeCeRe_ohm', 1],
  '-Im(Zwe-ce)/Ohm': ['zWeCeIm_ohm', -1],
  '|Zwe-ce|/Ohm': ['zWeCeModulus_ohm', 1],
  'Phase(Zwe-ce)/deg': ['zWeCePhase_deg', 1],
  'Re(Y)/Ohm-1': ['yRe_S', 1],
  'Im(Y)/Ohm-1': ['yIm_S', 1],
  '|Y|/Ohm-1': ['yModulus_S', 1],
  'Phase(Y)/deg': ['yPhase_deg', 1],
};
