/**
 * Voltages side by side of every set, as figures of the archive: whole runs, and one half cycle of each. Read set by set,
 * when a figure's turn comes.
 */
import { comparedSets } from '#core/compare/comparedSets.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { Loaded } from '../../app/useLoaded.ts';
import type { ArchivedFigure } from './archivedFigure.ts';
import { profileGroups, type ProfileGroup, type ProfileRequest, type ProfileRun } from './profileCells.ts';
import { profilesFigure, type ProfilesLook } from './profilesFigure.ts';
import { profileVoltages, type ReadRun } from './profileVoltages.ts';

type Read<T> = (run: ProfileRun, signal: AbortSignal) => Promise<T>;

export type ReadVoltage = Read<CellVoltage>;
export type ReadHalfCycles = Read<Loaded<readonly HalfCycle[]>>;

/** `metric` is the one that is shown: of its set its own cells are drawn, of other sets those by the same metric. */
export interface ArchivedProfiles extends ProfileRequest {
  readonly metrics: readonly MetricComparison[];
  readonly look: Omit<ProfilesLook, 'metric'>;
  readonly read: ReadVoltage;
  readonly readHalfCycles: ReadHalfCycles;
  /** Which half cycle is drawn beside the whole runs. */
  readonly halfCycle: number;
}

function metricOf(
  set: string,
  { metrics, metric }: Pick<ArchivedProfiles, 'metrics' | 'metric'>,
): MetricComparison | null {
  const own = metrics.filter((each) => each.set === set);
  return own.find((each) => each.metric === metric?.metric) ?? own[0] ?? null;
}

/** One run after the other, so that the columns of one at a time are analysed. */
async function readRuns(
  groups: readonly ProfileGroup[],
  { read, readHalfCycles }: ArchivedProfiles,
  { halfCycle, signal }: { readonly halfCycle: number | null; readonly signal: AbortSignal },
): Promise<readonly ReadRun[]> {
  const runs: ReadRun[] = [];
  for (const run of groups.flatMap((group) => group.runs)) {
    const halfCycles = halfCycle === null ? undefined : await readHalfCycles(run, signal);
    runs.push({ voltage: await read(run, signal), halfCycles });
  }
  return runs;
}

export function archivedProfiles(request: ArchivedProfiles): readonly ArchivedFigure[] {
  const { look, choice, halfCycle: chosen } = request;
  return comparedSets(request.cells).flatMap(({ title, members }): ArchivedFigure[] => {
    const metric = metricOf(title, request);
    const groups = profileGroups({ cells: members, groups: request.groups, metric, choice });
    if (groups.length === 0) return [];
    const figureOf = (halfCycle: number | null) => async (signal: AbortSignal) => {
      const read = profileVoltages(await readRuns(groups, request, { halfCycle, signal }), halfCycle);
      return profilesFigure({ groups, halfCycle, ...read }, { ...look, metric });
    };
    return [
      { name: `${title} profiles`, figure: figureOf(null), hasCsv: true },
      { name: `${title} half cycle ${chosen}`, figure: figureOf(chosen), hasCsv: true },
    ];
  });
}
