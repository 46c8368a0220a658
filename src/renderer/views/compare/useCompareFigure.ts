/** The figure of the view: a metric or survival of a set of cells, voltages side by side, or resistances before and after. */
import { useCallback } from 'react';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { MetricId } from '#core/compare/metrics.ts';
import type { Group } from '#core/project/study.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { metricPointsFigure, pointsFigure } from '#figures/metricPointsFigure.ts';
import { survivalFigure } from '#figures/survivalFigure.ts';
import { useSession } from '../../app/session.ts';
import { text } from '../../text/text.ts';
import { unitText } from '../../text/unitText.ts';
import type { CompareMode } from './compareSettings.ts';
import { profilesFigure, type ShownProfiles } from './profilesFigure.ts';

const words = text.compare.techniques;

export interface CompareFigureRequest {
  readonly mode: CompareMode;
  readonly groups: readonly Group[];
  readonly comparison: StudyComparison | null;
  readonly metric: MetricComparison | null;
  readonly profiles: ShownProfiles;
  readonly sharesVoltage: boolean;
}

export interface Look {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly groups: readonly Group[];
}

function hasValues({ groups }: MetricComparison): boolean {
  return groups.some(({ n }) => n > 0);
}

const NO_PROFILES: ShownProfiles = { groups: [], voltages: [], lacks: [], halfCycle: null };

/** Every figure of a comparison that is not of voltages, with a name of its own. */
export function comparisonFigures(
  comparison: StudyComparison,
  look: Look,
): readonly { readonly name: string; readonly figure: Figure }[] {
  const request = (mode: CompareMode, metric: MetricComparison) =>
    FIGURES[mode](
      { mode, groups: look.groups, comparison, metric, profiles: NO_PROFILES, sharesVoltage: true },
      look,
    );
  const named = (name: string, figure: Figure | null) => (figure ? [{ name, figure }] : []);
  const { metrics } = comparison;
  const firstOfSets = metrics.filter(({ set }, k) => metrics.findIndex((each) => each.set === set) === k);
  return [
    ...metrics.flatMap((metric) => named(`${metric.set} ${metric.metric}`, request('metrics', metric))),
    ...firstOfSets.flatMap((metric) => named(`${metric.set} survival`, request('survival', metric))),
    ...firstOfSets
      .filter(({ set }) => metrics.some((each) => each.set === set && isInterface(each) && hasValues(each)))
      .flatMap((metric) => named(`${metric.set} interface before and after`, request('techniques', metric))),
  ];
}

function isInterface({ metric }: MetricComparison): boolean {
  return metric === 'interface_pristine' || metric === 'interface_after';
}

function survivalOf({ comparison, metric }: CompareFigureRequest, look: Look): Figure | null {
  const all = comparison?.survival ?? [];
  const sets = all.filter(({ set }) => set === (metric?.set ?? all[0]?.set));
  return sets.length === 0 ? null : survivalFigure(sets, look);
}

function profilesOf({ profiles, metric, sharesVoltage }: CompareFigureRequest, look: Look): Figure | null {
  return profilesFigure(profiles, { ...look, metric, sharesVoltage });
}

/** Of the set of the chosen metric, or the first that has spectra. */
function techniquesOf({ comparison, metric }: CompareFigureRequest, look: Look): Figure | null {
  const found = (id: MetricId) => (comparison?.metrics ?? []).filter((each) => each.metric === id);
  const measured = [...found('interface_pristine'), ...found('interface_after')].filter(hasValues);
  const set = measured.some((each) => each.set === metric?.set) ? metric?.set : measured[0]?.set;
  const panels = measured
    .filter((each) => each.set === set)
    .map((each) => ({
      metric: each,
      title: each.metric === 'interface_pristine' ? words.pristine : words.cycled,
    }));
  const [first] = panels;
  if (!first) return null;
  return pointsFigure(panels, { ...look, quantity: words.quantity, unit: unitText(first.metric.unit) });
}

function metricOf({ metric }: CompareFigureRequest, look: Look): Figure | null {
  if (!metric || !hasValues(metric)) return null;
  return metricPointsFigure(metric, { ...look, unit: metric.unit === '1' ? '' : unitText(metric.unit) });
}

const FIGURES = {
  metrics: metricOf,
  survival: survivalOf,
  profiles: profilesOf,
  techniques: techniquesOf,
  checks: () => null,
} as const satisfies Record<CompareMode, (request: CompareFigureRequest, look: Look) => Figure | null>;

/** Null where there is nothing to draw. */
export function useCompareFigure(request: CompareFigureRequest): (style: FigureStyle) => Figure | null {
  const { mode, groups, comparison, metric, profiles, sharesVoltage } = request;
  const { simulated } = useSession().contents.study;
  return useCallback(
    (style: FigureStyle) =>
      FIGURES[mode](
        { mode, groups, comparison, metric, profiles, sharesVoltage },
        { style, simulated, groups },
      ),
    [mode, groups, comparison, metric, profiles, sharesVoltage, simulated],
  );
}
