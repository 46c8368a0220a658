/** Voltages side by side of every set, as figures of the archive: read set by set, when a figure's turn comes. */
import { comparedSets } from '#core/compare/comparedSets.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { FigureStyle } from '#figures/figure.ts';
import type { ArchivedFigure } from './archivedFigure.ts';
import { profileGroups, type ProfileGroup, type ProfileRequest } from './profileCells.ts';
import { profilesFigure } from './profilesFigure.ts';

export type ReadVoltage = (run: ProfileGroup['runs'][number], signal: AbortSignal) => Promise<CellVoltage>;

/** `metric` is the one that is shown: of its set its own cells are drawn, of other sets those by the same metric. */
export interface ArchivedProfiles extends ProfileRequest {
  readonly metrics: readonly MetricComparison[];
  readonly look: { readonly style: FigureStyle; readonly simulated: boolean };
  readonly read: ReadVoltage;
}

function metricOf(
  set: string,
  { metrics, metric }: Pick<ArchivedProfiles, 'metrics' | 'metric'>,
): MetricComparison | null {
  const own = metrics.filter((each) => each.set === set);
  return own.find((each) => each.metric === metric?.metric) ?? own[0] ?? null;
}

export function archivedProfiles(request: ArchivedProfiles): readonly ArchivedFigure[] {
  const { look, read, choice } = request;
  return comparedSets(request.cells).flatMap(({ title, members }): ArchivedFigure[] => {
    const metric = metricOf(title, request);
    const groups = profileGroups({ cells: members, groups: request.groups, metric, choice });
    if (groups.length === 0) return [];
    const figure = async (signal: AbortSignal) => {
      const voltages: CellVoltage[] = [];
      for (const run of groups.flatMap(({ runs }) => runs)) voltages.push(await read(run, signal));
      return profilesFigure({ groups, voltages }, { ...look, metric });
    };
    return [{ name: `${title} profiles`, figure, hasCsv: true }];
  });
}
