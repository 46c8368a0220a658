/**
 * From the titles of one file to core columns. Which title is the voltage or the current depends on its neighbours:
 * the mean over the recording interval (`<I>`) is the current and `I` the value at the sample where both are there;
 * `Ewe` is the voltage (against the reference) and `<Ewe>` a mean beside it, unless it is alone.
 */
import {
  BIOLOGIC_COLUMNS,
  FLAGS,
  convertUnit,
  splitTitle,
} from '#core/import/formats/biologic/biologicColumns.ts';

export interface ResolvedTitle {
  /** As the file has it. */
  readonly title: string;
  readonly name: string;
  readonly unit: string;
  readonly decimalShift: number;
  readonly factor: number;
  /** False when the core has no meaning for the title and keeps it as it is. */
  readonly known: boolean;
}

/** Non-ASCII letters and their ruins are left out: `Cs/µF`, `Cs/ï¿½F` and `Cs/?F` agree. */
function skeleton(title: string): string {
  return title.replace(/[^\x20-\x7e]|\?/g, '');
}

interface Definition {
  readonly name: string;
  readonly unit: string;
  readonly decimalShift: number;
  readonly factor: number;
}

const PLAIN_FLAG = { unit: '1', decimalShift: 0, factor: 1 };
const BY_TITLE = new Map<string, Definition>();
const BY_SKELETON = new Map<string, Definition>();
const BY_QUANTITY = new Map<string, Definition>();
for (const { title, name, conversion } of BIOLOGIC_COLUMNS) {
  const definition = { name, ...conversion };
  if (!BY_TITLE.has(title)) BY_TITLE.set(title, definition);
  if (skeleton(title) !== title) BY_SKELETON.set(skeleton(title), definition);
  const { quantity } = splitTitle(title);
  if (!BY_QUANTITY.has(quantity)) BY_QUANTITY.set(quantity, definition);
}
for (const flag of FLAGS) BY_TITLE.set(flag.title, { name: flag.name, ...PLAIN_FLAG });

/** A known quantity in a unit the user chose, such as `I/A` or `time/h`. */
function inOtherUnit(title: string): Definition | undefined {
  const { quantity, unit } = splitTitle(title);
  const definition = BY_QUANTITY.get(quantity);
  const conversion = definition && convertUnit(unit);
  if (conversion?.unit !== definition?.unit || !definition || !conversion) return undefined;
  const factor =
    definition.name.includes('Im_') && quantity.startsWith('-') ? -conversion.factor : conversion.factor;
  return { name: definition.name, unit: conversion.unit, decimalShift: conversion.decimalShift, factor };
}

function define(title: string): Definition | undefined {
  const plain = title.trim().replace(/μ/g, 'µ').replace(/\s+/g, ' ');
  const damaged = skeleton(plain) !== plain;
  // `Time/h` is a title that a person or a script has written.
  const small = plain.charAt(0).toLowerCase() + plain.slice(1);
  return (
    BY_TITLE.get(plain) ??
    (damaged ? BY_SKELETON.get(skeleton(plain)) : undefined) ??
    inOtherUnit(plain) ??
    inOtherUnit(small)
  );
}

/** True if EC-Lab is known to write this title. */
export function isBiologicTitle(title: string): boolean {
  return define(title) !== undefined;
}

/** True for a mean over the recording interval, `<Ewe>/V` and its misprint `<Ewe/V>`. */
const isMean = (title: string) => title.startsWith('<');

/** The core names that both a sample and a mean may claim: who yields, and what it is called then. */
const YIELDING: readonly { name: string; yields: 'sample' | 'mean'; to: string }[] = [
  { name: 'current_A', yields: 'sample', to: 'currentInstant_A' },
  { name: 'voltage_V', yields: 'mean', to: 'voltageMean_V' },
  { name: 'counterVoltage_V', yields: 'mean', to: 'counterVoltageMean_V' },
];

function yieldNames(resolved: readonly ResolvedTitle[]): ResolvedTitle[] {
  return resolved.map((column) => {
    const rule = YIELDING.find(({ name }) => name === column.name);
    if (!rule || isMean(column.title) !== (rule.yields === 'mean')) return column;
    const rival = resolved.some(
      (other) => other.name === column.name && isMean(other.title) !== isMean(column.title),
    );
    return rival ? { ...column, name: rule.to } : column;
  });
}

/** Ewe − Ece is the voltage only where neither electrode was recorded alone. */
function promoteCellVoltage(resolved: readonly ResolvedTitle[]): ResolvedTitle[] {
  if (resolved.some(({ name }) => name === 'voltage_V')) return [...resolved];
  return resolved.map((column) =>
    column.name === 'cellVoltage_V' ? { ...column, name: 'voltage_V' } : column,
  );
}

/** No two columns of one table share a name: a second charge_Ah (in C beside mA.h) becomes charge_Ah_2. */
function distinct(resolved: readonly ResolvedTitle[]): ResolvedTitle[] {
  const seen = new Map<string, number>();
  return resolved.map((column) => {
    const count = (seen.get(column.name) ?? 0) + 1;
    seen.set(column.name, count);
    return count === 1 ? column : { ...column, name: `${column.name}_${count}` };
  });
}

function resolveOne(title: string): ResolvedTitle {
  const definition = define(title);
  if (definition) return { title, ...definition, known: true };
  return {
    title,
    name: title,
    unit: splitTitle(title).unit || '1',
    decimalShift: 0,
    factor: 1,
    known: false,
  };
}

/** Core columns for the titles of one table, in their order. */
export function resolveTitles(titles: readonly string[]): ResolvedTitle[] {
  return distinct(promoteCellVoltage(yieldNames(titles.map(resolveOne))));
}
