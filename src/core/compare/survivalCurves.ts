/** Survival of each group, and what its cells failed of: shorts and lost contact compete and are not mixed. */
import type { FailureMode } from '#core/cycling/events/timeToFailure.ts';
import { cumulativeIncidence, type IncidenceStep } from '#core/statistics/cumulativeIncidence.ts';
import { kaplanMeier, medianLifetime, type SurvivalStep } from '#core/statistics/kaplanMeier.ts';
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { Group } from '#core/project/study.ts';

export interface GroupSurvival {
  readonly set: string;
  readonly group: string;
  readonly cells: readonly {
    readonly cell: string;
    readonly time_h: number;
    readonly mode: FailureMode | null;
    readonly censored: boolean;
  }[];
  readonly steps: readonly SurvivalStep[];
  /** Null when fewer than half of the cells failed. */
  readonly median_h: number | null;
  readonly incidence: readonly IncidenceStep<FailureMode>[];
}

const MODES: readonly FailureMode[] = ['soft-short', 'hard-short', 'contact-loss', 'cut-off'];

export function survivalCurves(
  set: string,
  cells: readonly CellMetrics[],
  groups: readonly Pick<Group, 'id' | 'name'>[],
): readonly GroupSurvival[] {
  return groups.flatMap(({ id, name }) => {
    const watched = cells.flatMap(({ cell, failure }) => {
      const time_h = failure?.time_h ?? failure?.lasted_h ?? NaN;
      if (cell.groupId !== id || cell.exclusionReason !== null || !failure || !Number.isFinite(time_h))
        return [];
      return [{ cell: cell.name, time_h, mode: failure.mode, censored: failure.censored }];
    });
    if (watched.length === 0) return [];
    const steps = kaplanMeier(watched.map(({ time_h, censored }) => ({ time: time_h, failed: !censored })));
    const incidence = cumulativeIncidence(
      watched.map(({ time_h, mode }) => ({ time: time_h, cause: mode })),
      MODES,
    );
    return [{ set, group: name, cells: watched, steps, median_h: medianLifetime(steps), incidence }];
  });
}
