/**
 * One run out of several files of a cell: ordered by their wall clocks, the time between them kept as it was, cycle
 * numbers running on. The sources are not changed, so dropping the joined run undoes it.
 */
import { numbersOf, type ColumnValues } from '#core/columnValues.ts';
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import { runStart_s } from '#core/import/continuation/runStart.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { Problem } from '#core/problem.ts';
import { continuationWords } from '#core/text/continuationWords.ts';

export interface RunPart {
  readonly dataset: Dataset;
  readonly receipt: Pick<Receipt, 'file'>;
}

/** How one source became rows of the joined run. */
export interface JoinedPart {
  readonly file: string;
  readonly sha256: string;
  readonly label: string;
  readonly firstRow: number;
  readonly rows: number;
  /** Added to the source's time_s. */
  readonly timeOffset_s: number;
  /** Added to the source's cycle number. */
  readonly cycleOffset: number;
  /** Time between the end of the part before and this one's first row, s; null for the first part. */
  readonly gap_s: number | null;
}

export type JoinOutcome =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly parts: readonly JoinedPart[];
      /** First rows of the later parts and of loops within parts: no current flows over the interval before them. */
      readonly breaks: readonly number[];
    }
  | { readonly ok: false; readonly problem: Problem };

interface TimedRun {
  readonly run: RunPart;
  readonly start_s: number;
  readonly time_s: ColumnValues;
}

/** Joins the cycling runs of one cell; refuses runs without a clock, without time, or that overlap. */
export function joinContinuations(runs: readonly RunPart[]): JoinOutcome {
  const timed: TimedRun[] = [];
  for (const run of runs) {
    const start_s = runStart_s(run.dataset);
    const time_s = findColumn(run.dataset, 'time_s')?.values;
    if (start_s === null || !time_s?.length) return refuse(continuationWords.noClock(run.receipt.file.name));
    timed.push({ run, start_s, time_s });
  }
  timed.sort((a, b) => firstClock_s(a) - firstClock_s(b));
  const parts: JoinedPart[] = [];
  for (const [k, current] of timed.entries()) {
    const part = joinedPart(current, timed[0] ?? current, timed[k - 1], parts.at(-1));
    if (part.gap_s !== null && part.gap_s < 0)
      return refuse(continuationWords.overlap(part.file, -part.gap_s));
    parts.push(part);
  }
  const sources = timed.map(({ run }) => run.dataset);
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const breaks = parts.flatMap(({ firstRow }, k) => [
    ...(k === 0 ? [] : [firstRow]),
    ...(sources[k]?.breaks ?? []).map((row) => firstRow + row),
  ]);
  return { ok: true, dataset: { ...joined(sources, parts, rows), breaks }, parts, breaks };
}

function firstClock_s({ start_s, time_s }: TimedRun): number {
  return start_s + (time_s[0] ?? 0);
}

function joinedPart(
  { run, start_s, time_s }: TimedRun,
  origin: TimedRun,
  before: TimedRun | undefined,
  partBefore: JoinedPart | undefined,
): JoinedPart {
  const { file } = run.receipt;
  const { label, rows } = run.dataset;
  const timeOffset_s = start_s - origin.start_s;
  const place = { file: file.name, sha256: file.sha256, label, rows, timeOffset_s };
  if (!before || !partBefore) return { ...place, firstRow: 0, cycleOffset: 0, gap_s: null };
  return {
    ...place,
    firstRow: partBefore.firstRow + partBefore.rows,
    cycleOffset: cycleOffset(run.dataset, before.run.dataset, partBefore.cycleOffset),
    gap_s: (time_s[0] ?? NaN) + start_s - ((before.time_s.at(-1) ?? NaN) + before.start_s),
  };
}

/** What makes the first cycle of a run the one after the last of the run before; 0 when one of them has no cycles. */
function cycleOffset(dataset: Dataset, before: Dataset, offsetBefore: number): number {
  const first = findColumn(dataset, 'cycle')?.values[0] ?? NaN;
  const last = findColumn(before, 'cycle')?.values.at(-1) ?? NaN;
  return Number.isNaN(first + last) ? 0 : last + offsetBefore + 1 - first;
}

function joined(sources: readonly Dataset[], parts: readonly JoinedPart[], rows: number): Dataset {
  const named = new Map<string, Column>();
  // A text column's numbers mean its own file's list, so text columns stay with their sources.
  for (const column of sources.flatMap(({ columns }) => columns)) {
    if (column.categories === undefined && !named.has(column.name)) named.set(column.name, column);
  }
  const columns = [...named.values()].map((column) => ({
    ...column,
    values: joinedValues(column.name, sources, parts, rows),
  }));
  return {
    kind: 'cycling',
    label: continuationWords.label(parts.map(({ file }) => file)),
    rows,
    columns,
    metadata: { ...sources[0]?.metadata, joinedFiles: parts.length },
  };
}

function joinedValues(
  name: string,
  sources: readonly Dataset[],
  parts: readonly JoinedPart[],
  rows: number,
): Float64Array {
  const values = new Float64Array(rows).fill(NaN);
  parts.forEach((part, k) => {
    const source = sources[k] && findColumn(sources[k], name)?.values;
    if (!source) return;
    const offset = name === 'time_s' ? part.timeOffset_s : name === 'cycle' ? part.cycleOffset : 0;
    values.set(offset === 0 ? source : numbersOf(source).map((value) => value + offset), part.firstRow);
  });
  return values;
}

function refuse(reason: string): JoinOutcome {
  return { ok: false, problem: { code: 'cannot-join', reason } };
}
