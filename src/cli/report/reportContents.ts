/** What a report holds once its cells are measured: the source of its first page and of its methods. */
import type { DescribedProblem } from '#core/export/describedProblem.ts';
import type { Inspection } from '#core/export/inspection.ts';
import type { MeasuredCell } from './comparisonFigures.ts';

/** A figure of the report; `reason` says why it has no SVG and no PDF. */
export interface ReportedFigure {
  readonly name: string;
  readonly title: string;
  readonly width_mm: number;
  readonly reason: string | null;
}

export interface ReportedComparison {
  readonly slug: string;
  readonly title: string;
  readonly cells: readonly MeasuredCell[];
  readonly figures: readonly ReportedFigure[];
}

/** A file of the study: read, or listed with what kept it from being read. */
export interface ReportedFile {
  readonly path: string;
  readonly cell: string;
  readonly inspection: Inspection;
}

export interface FailedFile {
  readonly path: string;
  readonly problem: DescribedProblem;
}

export function filesOf(cells: readonly MeasuredCell[]): readonly ReportedFile[] {
  return cells.flatMap(({ described, name, measurement }) =>
    described.files.flatMap(({ path }, at) => {
      const inspection = measurement.inspections[at];
      return inspection ? [{ path, cell: name, inspection }] : [];
    }),
  );
}

/** Files that were not read, and runs without half cycles. */
export function failuresOf(files: readonly ReportedFile[]): readonly FailedFile[] {
  return files.flatMap(({ path, inspection }) =>
    inspection.problem ? [{ path, problem: inspection.problem }] : [],
  );
}
