/** Whose voltages stand side by side: of each group the cell with the middle value of a metric, unless another is chosen. */
import { comparedSets } from '#core/compare/comparedSets.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Cell, Group } from '#core/project/study.ts';
import type { StoredDataset } from '../../store/schema.ts';
import type { ComparedCell } from './evidenceRecord.ts';

export const ALL_CELLS = 'all';

/** By group: the identifier of a cell, or ALL_CELLS. */
export type ProfileChoice = ReadonlyMap<string, string>;

export interface ProfileRun {
  readonly cell: Cell;
  readonly dataset: StoredDataset;
}

export interface ProfileGroup {
  readonly group: Group;
  /** Included cells of the set with a cycling run. */
  readonly candidates: readonly Cell[];
  readonly chosen: string;
  /** By the user, and not for its value. */
  readonly isByHand: boolean;
  readonly runs: readonly ProfileRun[];
}

function isDrawable({ cell, datasets }: ComparedCell): boolean {
  return cell.exclusionReason === null && datasets.some(({ kind }) => kind === 'cycling');
}

/** Of an even number the lower of the middle two: a cell, not a mean of cells. */
function middleCell(candidates: readonly Cell[], metric: MetricComparison | null, group: string): string {
  const measured = metric?.groups.find((each) => each.group === group);
  const ranked = (measured?.cells ?? [])
    .map((name, k) => ({ name, value: measured?.values[k] ?? NaN }))
    .sort((a, b) => a.value - b.value);
  const middle = ranked[(ranked.length - 1) >> 1]?.name;
  return (candidates.find(({ name }) => name === middle) ?? candidates[0])?.id ?? '';
}

export interface ProfileRequest {
  readonly cells: readonly ComparedCell[];
  readonly groups: readonly Group[];
  readonly metric: MetricComparison | null;
  readonly choice: ProfileChoice;
}

/** Groups of the metric's set that have a cell to draw. */
export function profileGroups({ cells, groups, metric, choice }: ProfileRequest): readonly ProfileGroup[] {
  // A set is called by all that is compared, drawable or not.
  const sets = comparedSets(cells).map(({ title, members }) => ({
    title,
    drawable: members.filter(isDrawable),
  }));
  const drawn = sets.filter(({ drawable }) => drawable.length > 0);
  const members = (drawn.find(({ title }) => title === metric?.set) ?? drawn[0])?.drawable ?? [];
  return groups.flatMap((group) => {
    const own = members.filter(({ cell }) => cell.groupId === group.id);
    if (own.length === 0) return [];
    const candidates = own.map(({ cell }) => cell);
    const wanted = choice.get(group.id);
    const isKnown = wanted === ALL_CELLS || candidates.some(({ id }) => id === wanted);
    const isByHand = wanted !== undefined && isKnown;
    const chosen = isByHand ? wanted : middleCell(candidates, metric, group.name);
    const shown = own.filter(({ cell }) => chosen === ALL_CELLS || cell.id === chosen);
    const runs = shown.flatMap(({ cell, datasets }) =>
      datasets.filter(({ kind }) => kind === 'cycling').map((dataset) => ({ cell, dataset })),
    );
    return [{ group, candidates, chosen, isByHand, runs }];
  });
}
