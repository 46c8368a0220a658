/**
 * Every column EC-Lab and BT-Lab are known to write, once for the binary ids and the text titles, so that one run
 * read from `.mpr` and from `.mpt` carries the same names and units.
 *
 * Titles are the ones of the text export; the part after the last slash is the unit. Storage and ids were matched by
 * value against text exports of the same runs, except where `reported` is noted: those ids are known from public
 * readers only, and a wrong width is caught by the record length.
 */
import { parseUnit, type UnitConversion } from '#core/units.ts';

export type Storage = 'f32' | 'f64' | 'u8' | 'u16' | 'u32';

export interface BiologicColumn {
  readonly title: string;
  readonly name: string;
  readonly conversion: UnitConversion;
  readonly ids: readonly number[];
  readonly storage: Storage;
}

/** A flag id: the bits of the one flag byte that it names. */
export interface BiologicFlag {
  readonly id: number;
  readonly title: string;
  readonly name: string;
  readonly mask: number;
  readonly shift: number;
}

export const FLAGS: readonly BiologicFlag[] = [
  { id: 1, title: 'mode', name: 'mode', mask: 0x03, shift: 0 },
  { id: 2, title: 'ox/red', name: 'oxidation', mask: 0x04, shift: 2 },
  { id: 3, title: 'error', name: 'error', mask: 0x08, shift: 3 },
  { id: 21, title: 'control changes', name: 'controlChanges', mask: 0x10, shift: 4 },
  { id: 31, title: 'Ns changes', name: 'stepChanges', mask: 0x20, shift: 5 },
  { id: 65, title: 'counter inc.', name: 'counterIncrement', mask: 0x80, shift: 7 },
];
/** Set on the last row of a technique or of a loop; it belongs to no id. */
export const LAST_POINT_BIT = 0x40;

const PLAIN: UnitConversion = { unit: '1', decimalShift: 0, factor: 1 };
const OWN_UNITS: Readonly<Record<string, UnitConversion>> = {
  'Ohm-1': { unit: 'S', decimalShift: 0, factor: 1 },
  'Ohm.cm': { unit: 'ohm cm', decimalShift: 0, factor: 1 },
  'mS/cm': { unit: 'S/cm', decimalShift: -3, factor: 1 },
  'µF-2': { unit: 'F-2', decimalShift: 12, factor: 1 },
  'V/mA': { unit: 'V or mA', decimalShift: 0, factor: 1 },
};
const WITHOUT_UNIT = new Set(['ox/red', 'Acir/Dcir control']);

/** The quantity and unit of a title: `Q charge/discharge/mA.h` is `Q charge/discharge` in `mA.h`. */
export function splitTitle(title: string): { readonly quantity: string; readonly unit: string } {
  for (const unit of ['V/mA', 'mS/cm']) {
    if (title.endsWith(`/${unit}`)) return { quantity: title.slice(0, -unit.length - 1), unit };
  }
  // EC-Lab 11.50 prints the mean potential as `<Ewe/V>`.
  const misprint = /^<(.*)\/(\w+)>$/.exec(title);
  if (misprint) return { quantity: `<${misprint[1] ?? ''}>`, unit: misprint[2] ?? '' };
  const slash = title.lastIndexOf('/');
  if (slash < 0 || WITHOUT_UNIT.has(title)) return { quantity: title, unit: '' };
  return { quantity: title.slice(0, slash), unit: title.slice(slash + 1) };
}

/** The conversion of a unit as EC-Lab writes it, or undefined when it is not known. */
export function convertUnit(unit: string): UnitConversion | undefined {
  return unit === '' ? PLAIN : (OWN_UNITS[unit] ?? parseUnit(unit));
}

type Row = readonly [name: string, title: string, storage?: Storage, ...ids: number[]];

/** -Im columns keep the true sign of Im in core, so their values are negated. */
function conversionOf(title: string): UnitConversion {
  const conversion = convertUnit(splitTitle(title).unit) ?? PLAIN;
  return title.startsWith('-Im') ? { ...conversion, factor: -conversion.factor } : conversion;
}

function harmonics(name: string, symbol: string, unit: string, firstId: number): Row[] {
  return [2, 3, 4, 5, 6, 7].map((h) => [
    `${name}H${h}_${unit}`,
    `|${symbol} h${h}|/${unit}`,
    'f32',
    firstId + h - 2,
  ]);
}

/** [phase, modulus, re, -im] of an impedance that is not that of the working electrode. */
function impedance(name: string, symbol: string, ids: readonly number[]): Row[] {
  const at = (i: number) => ids.slice(i, i + 1);
  return [
    [`${name}Phase_deg`, `Phase(${symbol})/deg`, 'f32', ...at(0)],
    [`${name}Modulus_ohm`, `|${symbol}|/Ohm`, 'f32', ...at(1)],
    [`${name}Re_ohm`, `Re(${symbol})/Ohm`, 'f32', ...at(2)],
    [`${name}Im_ohm`, `-Im(${symbol})/Ohm`, 'f32', ...at(3)],
    [`${name}Im_ohm`, `Im(${symbol})/Ohm`],
  ];
}

/** Text-only quantities of the dielectric family, which EC-Lab computes from the impedance. */
function dielectric(name: string, symbol: string, unit: string, suffix: string): Row[] {
  const tail = unit === '' ? '' : `/${unit}`;
  return [
    [`${name}Re${suffix}`, `Re(${symbol})${tail}`],
    [`${name}Im${suffix}`, `Im(${symbol})${tail}`],
    [`${name}Modulus${suffix}`, `|${symbol}|${tail}`],
    [`${name}Phase_deg`, `Phase(${symbol})/deg`],
  ];
}

const ROWS: readonly Row[] = [
  ['time_s', 'time/s', 'f64', 4],
  ['control_VOrMa', 'control/V/mA', 'f32', 5],
  ['voltage_V', 'Ewe/V', 'f32', 6],
  ['voltage_V', 'Ecell/V'],
  ['chargeStep_Ah', 'dq/mA.h', 'f64', 7],
  ['current_A', 'I/mA', 'f32', 8],
  ['counterVoltage_V', 'Ece/V', 'f32', 9],
  ['current_A', '<I>/mA', 'f64', 11],
  ['charge_Ah', '(Q-Qo)/mA.h', 'f64', 13],
  ['analogIn1_V', 'Analog IN 1/V', 'f32', 16],
  ['analogIn2_V', 'Analog IN 2/V', 'f32', 17],
  ['controlVoltage_V', 'control/V', 'f32', 19],
  ['controlCurrent_A', 'control/mA', 'f32', 20],
  ['chargeSegment_Ah', 'dQ/mA.h', 'f64', 23],
  ['cycle', 'cycle number', 'f64', 24],
  ['apparentResistance_ohm', 'Rapp/Ohm', 'f32', 26], // reported
  ['cellVoltage_V', 'Ewe-Ece/V', 'f32', 27],
  ['frequency_Hz', 'freq/Hz', 'f32', 32],
  ['voltageAmplitude_V', '|Ewe|/V', 'f32', 33],
  ['currentAmplitude_A', '|I|/A', 'f32', 34],
  ['zPhase_deg', 'Phase(Z)/deg', 'f32', 35],
  ['zModulus_ohm', '|Z|/Ohm', 'f32', 36],
  ['zRe_ohm', 'Re(Z)/Ohm', 'f32', 37],
  ['zIm_ohm', '-Im(Z)/Ohm', 'f32', 38],
  ['zIm_ohm', 'Im(Z)/Ohm'],
  ['currentRange', 'I Range', 'u16', 39],
  ['resistance_ohm', 'R/Ohm', 'f32', 69],
  ['resistance_ohm', 'Rwe/Ohm'],
  ['counterResistance_ohm', 'Rce/Ohm'],
  ['cellResistance_ohm', 'Rwe-ce/Ohm'],
  ['power_W', 'P/W', 'f32', 70],
  ['power_W', 'Pwe/W'],
  ['counterPower_W', 'Pce/W'],
  ['cellPower_W', 'Pwe-ce/W'],
  ['energyModulus_Wh', '|Energy|/W.h', 'f64', 74],
  ['analogOut_V', 'Analog OUT/V', 'f32', 75],
  ['current_A', '<I>/mA', 'f32', 76],
  ['voltage_V', '<Ewe>/V', 'f32', 77, 174],
  ['voltage_V', '<Ewe/V>'],
  ['voltage_V', '<Ecell>/V'],
  ['seriesCapacitanceInverseSquare_F-2', 'Cs-2/µF-2', 'f32', 78],
  ['counterVoltageAmplitude_V', '|Ece|/V', 'f32', 96],
  ...impedance('zCe', 'Zce', [98, 99, 100, 101]),
  ['chargeEnergy_Wh', 'Energy charge/W.h', 'f64', 123],
  ['dischargeEnergy_Wh', 'Energy discharge/W.h', 'f64', 124],
  ['chargeEnergy_Wh', 'Energy we charge/W.h'],
  ['dischargeEnergy_Wh', 'Energy we discharge/W.h'],
  ['chargeCapacitance_F', 'Capacitance charge/µF', 'f64', 125],
  ['dischargeCapacitance_F', 'Capacitance discharge/µF', 'f64', 126],
  ['step', 'Ns', 'u16', 131],
  ['stackVoltageAmplitude_V', '|Estack|/V', 'f32', 163],
  ['compensatedResistance_ohm', 'Rcmp/Ohm', 'f32', 168],
  ['seriesCapacitance_F', 'Cs/µF', 'f32', 169],
  ['parallelCapacitance_F', 'Cp/µF', 'f32', 172],
  ['parallelCapacitanceInverseSquare_F-2', 'Cp-2/µF-2', 'f32', 173],
  ['charge_Ah', '(Q-Qo)/C', 'f32', 178, 434], // 178 reported
  ['chargeSegment_Ah', 'dQ/C', 'f32', 179, 435], // 179 reported
  ['halfCycleCharge_Ah', 'Q charge/discharge/mA.h', 'f64', 467, 211], // 211..213 reported
  ['halfCycle', 'half cycle', 'u32', 468, 212],
  ['zCycle', 'z cycle', 'u32', 469, 213],
  ...impedance('z1', 'Z1', [271, 301, 331, 361]), // reported
  ...impedance('z2', 'Z2', [272, 302, 332, 362]), // reported
  ['voltage1_V', '<E1>/V', 'f32', 391], // reported
  ['voltage2_V', '<E2>/V', 'f32', 392], // reported
  ...impedance('zStack', 'Zstack', [422, 423, 424, 425]), // reported
  ['stackVoltage_V', '<Estack>/V', 'f32', 426], // reported
  ...impedance('zWeCe', 'Zwe-ce', [430, 431, 432, 433]),
  ['stepTime_s', 'step time/s', 'f64', 438, 500], // 500 reported
  ['counterVoltage_V', '<Ece>/V', 'f32', 441, 471],
  ['temperature_degC', 'Temperature/°C', 'f32', 462],
  ['thdVoltage_percent', 'THD Ewe/%', 'f32', 473],
  ['thdCurrent_percent', 'THD I/%', 'f32', 474],
  ['nsdVoltage_percent', 'NSD Ewe/%', 'f32', 476],
  ['nsdCurrent_percent', 'NSD I/%', 'f32', 477],
  ['nsrVoltage_percent', 'NSR Ewe/%', 'f32', 479],
  ['nsrCurrent_percent', 'NSR I/%', 'f32', 480],
  ...harmonics('voltage', 'Ewe', 'V', 486),
  ...harmonics('current', 'I', 'A', 492),
  ['chargeCapacity_Ah', 'Q charge/mA.h', 'f64', 498], // reported
  ['dischargeCapacity_Ah', 'Q discharge/mA.h', 'f64', 499], // reported
  ['efficiency_percent', 'Efficiency/%', 'f64', 501], // reported
  ['capacity_Ah', 'Capacity/mA.h', 'f64', 502], // reported
  ['dcResistance_ohm', 'Rdc/Ohm', 'f32', 505], // reported
  ['acDcControl', 'Acir/Dcir control', 'u8', 509], // reported
  ['counterEnergy_Wh', 'Energy ce/W.h', 'f64', 878], // reported
  ['energy_Wh', 'Energy we/W.h', 'f64', 880],
  ['counterChargeEnergy_Wh', 'Energy ce charge/W.h', 'f64', 883],
  ['counterDischargeEnergy_Wh', 'Energy ce discharge/W.h', 'f64', 884],
  ['cellChargeEnergy_Wh', 'Energy we-ce charge/W.h'],
  ['cellDischargeEnergy_Wh', 'Energy we-ce discharge/W.h'],
  ['intercalation', 'x'],
  ...dielectric('y', 'Y', 'Ohm-1', '_S'),
  ...dielectric('complexCapacitance', 'C', 'nF', '_F'),
  ...dielectric('electricModulus', 'M', '', ''),
  ...dielectric('permittivity', 'Permittivity', '', ''),
  ...dielectric('resistivity', 'Resistivity', 'Ohm.cm', '_ohmCm'),
  ...dielectric('conductivity', 'Conductivity', 'mS/cm', '_SPerCm'),
  ['lossTangent', 'Tan(Delta)'],
  ['lossAngle_deg', 'Loss Angle(Delta)/deg'],
];

/** Number columns. The flags of the flag byte are in FLAGS. */
export const BIOLOGIC_COLUMNS: readonly BiologicColumn[] = ROWS.map(
  ([name, title, storage = 'f32', ...ids]) => ({
    name,
    title,
    storage,
    ids,
    conversion: conversionOf(title),
  }),
);
