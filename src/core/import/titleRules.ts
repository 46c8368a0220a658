/** From the titles of a table to its columns: a format lists what each title means, this file applies the list. */
import { COLUMNS, type CoreColumn } from '#core/columns.ts';
import type { Problem, Warning } from '#core/problem.ts';
import { convertUnit, parseHeaderTitle, type HeaderTitle } from '#core/import/headerTitle.ts';
import type { CellKind, LayoutColumn } from '#core/import/text/tableLayout.ts';

export interface TitleRule {
  /** Skeletons of the titles (letters and digits, lower case). */
  readonly titles: readonly string[];
  /** The core's name; null keeps the vendor's title as the column's name without a warning. */
  readonly name: CoreColumn | null;
  /** Left out: a number. */
  readonly kind?: CellKind;
  /** The unit when the title has none. Without it a title that needs a unit and has none is refused. */
  readonly defaultUnit?: string;
  /** -1 where the file stores the negative. */
  readonly factor?: number;
  readonly dateOrder?: 'ymd' | 'mdy' | 'dmy';
  /** Only titles whose text before the unit matches, for what the skeleton loses. */
  readonly only?: RegExp;
}

export type TitleColumns =
  | { readonly ok: true; readonly columns: readonly LayoutColumn[]; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problem: Problem };

export interface TitleContext {
  readonly rules: readonly TitleRule[];
  /** Cells of the first data rows, to tell numbers from text in columns that no rule knows. */
  readonly sampleRows: readonly (readonly string[])[];
}

/** The rule for a title, or undefined. */
export function findRule(title: HeaderTitle, rules: readonly TitleRule[]): TitleRule | undefined {
  return rules.find((rule) => rule.titles.includes(title.skeleton) && (rule.only?.test(title.name) ?? true));
}

/** One layout column per title, in order; unknown ones are kept under the vendor's title and named in a warning. */
export function columnsFromTitles(titles: readonly string[], context: TitleContext): TitleColumns {
  const columns: LayoutColumn[] = [];
  const warnings: Warning[] = [];
  const used = new Set<string>();
  for (const [index, text] of titles.entries()) {
    const title = parseHeaderTitle(text);
    const rule = findRule(title, context.rules);
    const known = rule?.name != null && !used.has(rule.name);
    const column = known ? knownColumn(title, rule, rule.name) : keptColumn(title, rule, { index, used, context });
    if ('code' in column) return { ok: false, problem: column };
    if (!rule && title.source !== '') warnings.push({ code: 'unknown-column', column: title.source });
    used.add(column.name);
    columns.push(column);
  }
  return { ok: true, columns, warnings };
}

const TIMES: ReadonlySet<CellKind> = new Set(['duration', 'date']);
const CLOCK_TEXT = /h+:m+/iu;

function knownColumn(title: HeaderTitle, rule: TitleRule, name: CoreColumn): LayoutColumn | Problem {
  const kind = rule.kind ?? 'number';
  const unit = COLUMNS[name].unit;
  const base = { name, unit, source: title.source, kind, ...(rule.dateOrder && { dateOrder: rule.dateOrder }) };
  const written = title.unit ?? rule.defaultUnit;
  const spelledOut = kind === 'text' || (TIMES.has(kind) && (written === undefined || CLOCK_TEXT.test(written)));
  if (spelledOut) return { ...base, decimalShift: 0, factor: 1 };
  const conversion = convertUnit(written ?? (unit === '1' || unit === '%' ? unit : ''), unit);
  if (!conversion) return { code: 'unknown-unit', column: title.source, unit: written ?? 'none given' };
  // A shift is meaningless for hh:mm:ss, and plain seconds in such a column need none.
  return { ...base, decimalShift: conversion.decimalShift, factor: conversion.factor * (rule.factor ?? 1) };
}

interface KeptContext {
  readonly index: number;
  readonly used: ReadonlySet<string>;
  readonly context: TitleContext;
}

function keptColumn(title: HeaderTitle, rule: TitleRule | undefined, at: KeptContext): LayoutColumn {
  const kind = title.source === '' ? 'skip' : (rule?.kind ?? kindOfCells(at.index, at.context.sampleRows));
  return {
    name: freeName(title.source, at.used),
    unit: title.unit ?? '',
    source: title.source,
    kind: TIMES.has(kind) ? 'text' : kind,
    decimalShift: 0,
    factor: 1,
  };
}

/** The title itself, numbered when a column of that name is there already. */
function freeName(source: string, used: ReadonlySet<string>): string {
  if (!used.has(source) && !(source in COLUMNS)) return source;
  for (let n = 2; ; n++) {
    const name = `${source} (${n})`;
    if (!used.has(name)) return name;
  }
}

const NUMBER = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+]?\d+)?$/iu;
const NOT_RECORDED = /^(?:|-+|n\/?a|nan|[-+]?inf(?:inity)?)$/iu;

/** A column is text if any sampled cell is neither a number nor one of the ways to say "none". */
function kindOfCells(index: number, rows: readonly (readonly string[])[]): CellKind {
  const cells = rows.map((row) => (row[index] ?? '').trim());
  return cells.every((cell) => NUMBER.test(cell) || NOT_RECORDED.test(cell)) ? 'number' : 'text';
}
