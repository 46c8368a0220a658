/** The whole comparison of a study from what was measured of its cells. Takes milliseconds: fits and imports are done. */
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import {
  cellMetrics,
  DEFAULT_COMPARED_AT,
  type CellMetrics,
  type ComparedAt,
} from '#core/compare/cellMetrics.ts';
import { adjustByHolm, compareGroups } from '#core/compare/compareGroups.ts';
import { comparedSets } from '#core/compare/comparedSets.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import { conclusion, type Conclusion } from '#core/compare/conclusion.ts';
import { conclusionParagraph } from '#core/compare/conclusionText.ts';
import { crossChecks } from '#core/compare/crossChecks.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import type { Doubt } from '#core/compare/doubt.ts';
import type { DoubtNote } from '#core/compare/doubtNote.ts';
import { raisedDoubts } from '#core/compare/doubts.ts';
import { survivalCurves, type GroupSurvival } from '#core/compare/survivalCurves.ts';
import type { Group } from '#core/project/study.ts';

export interface CompareOptions {
  readonly simulated: boolean;
  /** Those to compare, in the order of the ratio. At least two. */
  readonly groups: readonly Pick<Group, 'id' | 'name'>[];
  readonly at?: ComparedAt;
  readonly notes?: readonly DoubtNote[];
}

export interface StudyComparison {
  readonly comparedAt: ComparedAt;
  readonly metrics: readonly MetricComparison[];
  readonly survival: readonly GroupSurvival[];
  readonly crossChecks: readonly CrossCheck[];
  readonly doubts: readonly Doubt[];
  readonly excluded: readonly { readonly cell: string; readonly reason: string }[];
  readonly concluded: Conclusion;
  /** The same as one paragraph. */
  readonly conclusion: string;
}

/** Cells of other groups take part in nothing. */
export function compareStudy(cells: readonly CellEvidence[], options: CompareOptions): StudyComparison {
  const { groups, at = DEFAULT_COMPARED_AT, simulated, notes = [] } = options;
  const compared = cells.filter(({ cell }) => groups.some(({ id }) => id === cell.groupId));
  const measured = compared.map((evidence) => ({ evidence, metrics: cellMetrics(evidence, at) }));
  const all = measured.map(({ metrics }) => metrics);
  const sets = comparedSets<CellMetrics>(all);
  const metrics = adjustByHolm(
    sets.flatMap(({ title, members }) => compareGroups({ set: title, cells: members, groups })),
  );
  const survival = sets.flatMap(({ title, members }) => survivalCurves(title, members, groups));
  const checks = crossChecks(compared);
  const concluded = conclusion({ simulated, metrics, survival, cells: all, crossChecks: checks });
  const included = measured.filter(({ evidence }) => evidence.cell.exclusionReason === null);
  return {
    comparedAt: at,
    metrics,
    survival,
    crossChecks: checks,
    doubts: raisedDoubts({ cells: included, checks }, notes),
    excluded: compared.flatMap(({ cell: { name, exclusionReason } }) =>
      exclusionReason === null ? [] : [{ cell: name, reason: exclusionReason }],
    ),
    concluded,
    conclusion: conclusionParagraph(concluded),
  };
}
