/** What a conclusion is drawn from. */
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import type { MetricId } from '#core/compare/metrics.ts';
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';

export interface ConcludedFacts {
  readonly simulated: boolean;
  readonly metrics: readonly MetricComparison[];
  readonly survival: readonly GroupSurvival[];
  readonly cells: readonly CellMetrics[];
  readonly crossChecks: readonly CrossCheck[];
}

export const SIGNIFICANT = 0.05;
/** Told in words; the table has the others. */
const TOLD: readonly MetricId[] = ['polarisation_end', 'interface_ratio', 'coulombic_efficiency'];

export function setsOf({ metrics }: ConcludedFacts): readonly string[] {
  return [...new Set(metrics.map(({ set }) => set))];
}

export function toldMetrics({ metrics }: ConcludedFacts): readonly MetricComparison[] {
  return metrics.filter(({ metric }) => TOLD.includes(metric));
}

export function suspectCells({ cells }: ConcludedFacts): readonly string[] {
  return cells
    .filter(({ cell, isSuspect }) => isSuspect && cell.exclusionReason === null)
    .map(({ cell }) => cell.name);
}

export function disagreeingChecks({ crossChecks }: ConcludedFacts): readonly CrossCheck[] {
  return crossChecks.filter(({ verdict }) => verdict === 'disagrees');
}
