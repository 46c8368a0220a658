/** A cell as figures know it: who it is and how it looks. */
import { figureWords } from '#core/text/figureWords.ts';
import type { Dash, FigureSource, LineTrace, Series } from '#figures/figure.ts';
import type { LegendItem } from '#figures/panelLayout.ts';

export interface CellIdentity {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** A file that belongs to no cell yet is drawn, but never counted as one. */
  readonly isAssigned?: boolean;
  readonly groupColour: string;
  /** Of the cell: the group's colour in its own lightness, see core/project/cellColours.ts. */
  readonly colour: string;
  /** State of the cell: solid = as cycled or unspecified. */
  readonly dash: Dash;
  readonly source: FigureSource;
}

/** A line of a cell: it looks as the cell does in every figure. */
export function cellLine(cell: CellIdentity, series: Series): LineTrace {
  const { id, name, group, colour, dash, source } = cell;
  return { id, label: name, group, colour, dash, sourceId: source.id, series };
}

/** More cells than this are named by their groups only. */
const MOST_NAMED_CELLS = 8;

/** Groups in the order in which their first cells come, with their cells. */
export function byGroup<C extends CellIdentity>(
  cells: readonly C[],
): readonly (readonly [string, readonly C[]])[] {
  const groups = new Map<string, C[]>();
  for (const cell of cells) groups.set(cell.group, [...(groups.get(cell.group) ?? []), cell]);
  return [...groups];
}

/** Number of different cells: a cell may have several measurements. */
function cellCount(cells: readonly CellIdentity[]): number {
  return new Set(cells.filter(({ isAssigned }) => isAssigned ?? true).map((cell) => cell.name)).size;
}

export function legendOf(cells: readonly CellIdentity[]): readonly LegendItem[] {
  const named = new Map(cells.map((cell) => [cell.name, cell]));
  if (named.size <= MOST_NAMED_CELLS) {
    return [...named.values()].map((cell) => ({ label: cell.name, colour: cell.colour, dash: cell.dash }));
  }
  return byGroup(cells).map(([group, members]) => ({
    label: groupLabel(group, members),
    colour: members[0]?.groupColour ?? '#000000',
    dash: 'solid',
  }));
}

function groupLabel(group: string, members: readonly CellIdentity[]): string {
  const counted = cellCount(members);
  return counted === 0 ? figureWords.filesOfNoCell(members.length) : figureWords.groupLegend(group, counted);
}

/** "Simulated data" and the number of cells of each group: the unit of replication is the cell. */
export function notesOf(cells: readonly CellIdentity[], simulated: boolean): readonly string[] {
  const counts = byGroup(cells).flatMap(([group, members]) => {
    const files = members.filter(({ isAssigned }) => isAssigned === false).length;
    const counted = cellCount(members);
    return [
      ...(counted === 0 ? [] : [figureWords.cellsOf(group, counted)]),
      ...(files === 0 ? [] : [figureWords.filesOfNoCell(files)]),
    ];
  });
  return simulated ? [figureWords.simulated, ...counts] : counts;
}
