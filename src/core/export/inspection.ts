/** What one file holds, as a plain document: the answer of `inspect`. Values not recorded are null. */
import type { Column, Dataset, Metadata } from '#core/dataset.ts';
import { describeWarning } from '#core/describeProblem.ts';
import { describedProblem, type DescribedProblem } from '#core/export/describedProblem.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { Receipt } from '#core/import/receipt.ts';

export interface ColumnExtent {
  readonly name: string;
  readonly unit: string;
  /** The vendor's title, empty for a derived column. */
  readonly source: string;
  readonly derivedBy?: string;
  readonly recorded: number;
  readonly first: number | string | null;
  readonly last: number | string | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface Inspection {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string | null };
  readonly format: string | null;
  readonly receipt: Receipt | null;
  readonly datasets: readonly {
    readonly kind: string;
    readonly label: string;
    readonly rows: number;
    readonly columns: readonly ColumnExtent[];
    readonly metadata: Metadata;
  }[];
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly line?: number }[];
  readonly problem: DescribedProblem | null;
}

export function inspectionOf(outcome: ImportOutcome): Inspection {
  if (!outcome.ok) {
    const { file, format, problem } = outcome;
    return { file, format, receipt: null, datasets: [], warnings: [], problem: describedProblem(problem) };
  }
  const { receipt, datasets } = outcome;
  return {
    file: receipt.file,
    format: receipt.format,
    receipt,
    datasets: datasets.map(describeDataset),
    warnings: receipt.warnings.map((warning) => ({
      code: warning.code,
      message: describeWarning(warning),
      ...(warning.line !== undefined && { line: warning.line }),
    })),
    problem: null,
  };
}

function describeDataset({ kind, label, rows, columns, metadata }: Dataset) {
  return { kind, label, rows, columns: columns.map(extentOf), metadata };
}

/** First and last are those of the first and last row, recorded or not. */
function extentOf(column: Column): ColumnExtent {
  const { name, unit, source, values, derivedBy, categories } = column;
  let min = Infinity;
  let max = -Infinity;
  let recorded = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    recorded += 1;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const numeric = recorded > 0 && categories === undefined;
  return {
    name,
    unit,
    source,
    ...(derivedBy !== undefined && { derivedBy }),
    recorded,
    first: valueAt(column, 0),
    last: valueAt(column, values.length - 1),
    min: numeric ? min : null,
    max: numeric ? max : null,
  };
}

function valueAt({ values, categories }: Column, row: number): number | string | null {
  const value = values[row] ?? NaN;
  if (Number.isNaN(value)) return null;
  return categories ? (categories[value] ?? null) : value;
}
