/** The figure of the view: one metric with every cell as a point, or survival of the cells of its set. */
import { useCallback } from 'react';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { metricPointsFigure } from '#figures/metricPointsFigure.ts';
import { survivalFigure } from '#figures/survivalFigure.ts';
import { useSession } from '../../app/session.ts';
import { unitText } from '../../text/unitText.ts';
import type { CompareMode } from './compareSettings.ts';

export interface CompareFigureRequest {
  readonly mode: CompareMode;
  readonly groups: readonly Group[];
  readonly comparison: StudyComparison | null;
  readonly metric: MetricComparison | null;
}

/** Null where there is nothing to draw. */
export function useCompareFigure(request: CompareFigureRequest): (style: FigureStyle) => Figure | null {
  const { mode, groups, comparison, metric } = request;
  const { simulated } = useSession().contents.study;
  return useCallback(
    (style: FigureStyle) => {
      if (!comparison) return null;
      const look = { style, simulated, groups };
      if (mode === 'survival') {
        const sets = comparison.survival.filter(
          ({ set }) => set === (metric?.set ?? comparison.survival[0]?.set),
        );
        return sets.length === 0 ? null : survivalFigure(sets, look);
      }
      if (!metric || metric.groups.every(({ n }) => n === 0)) return null;
      return metricPointsFigure(metric, { ...look, unit: metric.unit === '1' ? '' : unitText(metric.unit) });
    },
    [mode, groups, comparison, metric, simulated],
  );
}
