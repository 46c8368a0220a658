/** From the titles of a table to its columns: a format lists what each title means, this file applies the list. */
import { COLUMNS, type CoreColumn } from '#core/columns.ts';
import { convertUnit, parseHeaderTitle, type HeaderTitle } from '#core/import/headerTitle.ts';
import type { CellKind, LayoutColumn } from '#core/import/text/tableLayout.ts';
import {
  ambiguousDate,
  areNumbers,
  dateCells,
  mayBeNumbers,
  type DateOrder,
} from '#core/import/timeCells.ts';
import type { Problem, Warning } from '#core/problem.ts';

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
  /** The vendor's order of date parts where the cells do not tell. */
  readonly dateOrder?: DateOrder;
  /** Only titles whose text before the unit matches, for what the skeleton loses. */
  readonly only?: RegExp;
}

export type TitleColumns =
  | { readonly ok: true; readonly columns: readonly LayoutColumn[]; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problem: Problem };

export interface TitleContext {
  readonly rules: readonly TitleRule[];
  /** Cells of the first data rows: they tell numbers from text, and how times are written. */
  readonly sampleRows: readonly (readonly string[])[];
}

/** The rule for a title, or undefined. */
export function findRule(title: HeaderTitle, rules: readonly TitleRule[]): TitleRule | undefined {
  return rules.find((rule) => rule.titles.includes(title.skeleton) && (rule.only?.test(title.name) ?? true));
}

/** One layout column per title, in order; unknown ones are kept under the vendor's title and named in a warning. */
export function columnsFromTitles(titles: readonly string[], context: TitleContext): TitleColumns {
  const columns: LayoutColumn[] = [];
  const warnings: Warning[] = damagedTitles(titles);
  const used = new Set<string>();
  for (const [index, text] of titles.entries()) {
    const title = parseHeaderTitle(text);
    const rule = findRule(title, context.rules);
    const cells = context.sampleRows.map((row) => (row[index] ?? '').trim());
    const date = rule && unreadableDate(rule, cells);
    if (date !== undefined) warnings.push({ code: 'ambiguous-dates', column: title.source, example: date });
    const name = date === undefined ? unusedName(rule, used) : null;
    const column =
      rule && name !== null
        ? knownColumn(title, { rule, name, cells })
        : keptColumn(title, { rule, used, cells });
    if ('code' in column) return { ok: false, problem: column };
    if (!rule && title.source !== '') warnings.push({ code: 'unknown-column', column: title.source });
    used.add(column.name);
    columns.push(column);
  }
  return { ok: true, columns, warnings };
}

function unreadableDate(rule: TitleRule, cells: readonly string[]): string | undefined {
  return rule.kind === 'date' ? ambiguousDate(cells, rule.dateOrder ?? 'ymd') : undefined;
}

function unusedName(rule: TitleRule | undefined, used: ReadonlySet<string>): CoreColumn | null {
  const name = rule?.name ?? null;
  return name !== null && used.has(name) ? null : name;
}

/** Question marks stand where an earlier program had no letter for µ, ℃ or Δ. */
function damagedTitles(titles: readonly string[]): Warning[] {
  const damaged = titles.filter((title) => /\?|\uFFFD|ï¿½/u.test(title));
  if (damaged.length === 0) return [];
  return [{ code: 'damaged-text', detail: `column titles ${damaged.join(', ')}` }];
}

const CLOCK_TEXT = /h+:m+/iu;

interface KnownColumn {
  readonly rule: TitleRule;
  readonly name: CoreColumn;
  readonly cells: readonly string[];
}

function knownColumn(title: HeaderTitle, known: KnownColumn): LayoutColumn | Problem {
  const { rule, name, cells } = known;
  const base = { name, unit: COLUMNS[name].unit, source: title.source, decimalShift: 0, factor: 1 };
  if (rule.kind === 'date') return { ...base, ...dateCells(cells, rule.dateOrder ?? 'ymd') };
  const written = title.unit ?? rule.defaultUnit;
  const spelledOut = rule.kind === 'duration' && (!areNumbers(cells) || CLOCK_TEXT.test(written ?? ''));
  if (rule.kind === 'text' || spelledOut) return { ...base, kind: rule.kind ?? 'text' };
  return numberColumn(base, written, rule.factor ?? 1);
}

const DIMENSIONLESS = new Set(['1', '%']);

function numberColumn(
  base: Omit<LayoutColumn, 'kind'>,
  written: string | undefined,
  sign: number,
): LayoutColumn | Problem {
  const unit = written ?? (DIMENSIONLESS.has(base.unit) ? base.unit : undefined);
  const conversion = unit === undefined ? undefined : convertUnit(unit, base.unit);
  if (!conversion) return { code: 'unknown-unit', column: base.source, unit: written ?? 'none given' };
  const { decimalShift, factor } = conversion;
  return { ...base, kind: 'number', decimalShift, factor: factor * sign };
}

interface KeptColumn {
  readonly rule: TitleRule | undefined;
  readonly used: ReadonlySet<string>;
  readonly cells: readonly string[];
}

function keptColumn(title: HeaderTitle, { rule, used, cells }: KeptColumn): LayoutColumn {
  const fallback = mayBeNumbers(cells) ? 'number' : 'text';
  const kind = rule?.kind === 'text' ? 'text' : fallback;
  return {
    name: freeName(title.source, used),
    unit: title.unit ?? '',
    source: title.source,
    kind: title.source === '' ? 'skip' : kind,
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
