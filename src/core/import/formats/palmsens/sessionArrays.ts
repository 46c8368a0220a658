/** The data arrays of a PalmSens session as columns. */
import type { Column } from '#core/dataset.ts';
import { field, listField, textField } from '#core/import/formats/palmsens/sessionJson.ts';
import { parseUnit } from '#core/units.ts';

export interface SessionArray {
  /** PalmSens's number for the quantity. */
  readonly type: number;
  readonly column: Column;
  /** True when the quantity's name begins with a minus sign. */
  readonly negated: boolean;
}

/** Numbers of the quantities that core has a name for, with the unit they must have. */
const QUANTITIES: Readonly<Record<number, readonly [name: string, unit: string]>> = {
  0: ['time_s', 's'],
  1: ['voltage_V', 'V'],
  2: ['current_A', 'A'],
  5: ['frequency_Hz', 'Hz'],
  6: ['zPhase_deg', '°'],
  7: ['zRe_ohm', 'ohm'],
  8: ['zIm_ohm', 'ohm'],
  9: ['currentAmplitude_A', 'A'],
  10: ['zModulus_ohm', 'ohm'],
  34: ['voltageAmplitude_V', 'V'],
};

/** The unit's class names the prefix where its symbol is the plain unit. */
const PREFIX_SHIFTS: Readonly<Record<string, number>> = {
  Pico: -12,
  Nano: -9,
  Micro: -6,
  Milli: -3,
  Kilo: 3,
  Mega: 6,
};

export const ARRAY_TYPES = { time: 0, voltage: 1, current: 2, frequency: 5 } as const;

interface Scale {
  readonly unit: string;
  readonly factor: number;
}

function scaleOf(unit: unknown): Scale {
  const symbol = textField(unit, 's').normalize('NFKC');
  const conversion = parseUnit(symbol);
  if (!conversion) return { unit: symbol, factor: 1 };
  const prefix = /\.Units\.([A-Z][a-z]+)/u.exec(textField(unit, 'type'))?.[1] ?? '';
  const named = conversion.decimalShift === 0 ? (PREFIX_SHIFTS[prefix] ?? 0) : 0;
  return { unit: conversion.unit, factor: conversion.factor * 10 ** (conversion.decimalShift + named) };
}

function valueOf(entry: unknown): number {
  const value = typeof entry === 'number' ? entry : field(entry, 'v');
  return typeof value === 'number' ? value : NaN;
}

/** One data array; its name is core's where quantity and unit are known, else the file's description. */
export function sessionArray(value: unknown): SessionArray {
  const unit = field(value, 'unit');
  const { unit: canonical, factor } = scaleOf(unit);
  const type = Number(field(value, 'arraytype') ?? NaN);
  const quantity = textField(unit, 'q');
  const description = textField(value, 'description') || quantity || `array ${type}`;
  const [name, wanted] = QUANTITIES[type] ?? [];
  const negated = quantity.startsWith('-');
  const scale = negated && name !== undefined ? -factor : factor;
  const values = Float64Array.from(listField(value, 'datavalues'), (entry) => scaled(valueOf(entry), scale));
  const column: Column = {
    name: name !== undefined && wanted === canonical ? name : description,
    unit: canonical,
    source: quantity === '' || quantity === description ? description : `${description} (${quantity})`,
    values,
  };
  return { type, column, negated };
}

/** Division by a power of ten rounds once, multiplication by its reciprocal twice. */
function scaled(value: number, factor: number): number {
  const size = Math.abs(factor);
  const result = size < 1 ? value / Math.round(1 / size) : value * size;
  return factor < 0 && result !== 0 ? -result : result;
}

/** Columns of distinct names; of two of one name the first keeps it. */
export function distinctColumns(arrays: readonly SessionArray[]): Column[] {
  const used = new Map<string, number>();
  return arrays.map(({ column }) => {
    const count = (used.get(column.name) ?? 0) + 1;
    used.set(column.name, count);
    return count === 1 ? column : { ...column, name: `${column.source} (${count})` };
  });
}
