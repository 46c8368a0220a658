/** Cells that belong into one plot: of one metal in one electrolyte. */
import type { Cell } from '#core/project/study.ts';
import type { StudyFileCell } from '#core/project/studyFile.ts';
import type { StudyOfFile } from '#core/project/studyOfFile.ts';
import { reportWords } from '../text/reportWords.ts';

/** A cell of the study with its files and the name it has in figures. */
export interface ReportedCell {
  readonly cell: Cell;
  readonly described: StudyFileCell;
  /** The cell's own name, with its group in front where another cell has the same. */
  readonly name: string;
}

export interface Comparison {
  /** Part of file names: `Li_LLTO`. */
  readonly slug: string;
  /** For people: `Li, LLTO`. */
  readonly title: string;
  /** By group in the order of the study, then in the order of its file. */
  readonly cells: readonly ReportedCell[];
}

export function comparisonsOf(
  { study, cells }: StudyOfFile,
  described: readonly StudyFileCell[],
): Comparison[] {
  const rank = ({ cell }: ReportedCell) => study.groups.findIndex(({ id }) => id === cell.groupId);
  const named = new Map<string, ReportedCell[]>();
  cells.forEach((cell, at) => {
    const files = described[at];
    if (!files) return;
    const key = JSON.stringify([cell.metal, cell.electrolyte]);
    const entry = { cell, described: files, name: distinctName(cell, { study, cells }) };
    named.set(key, [...(named.get(key) ?? []), entry]);
  });
  const taken = new Set<string>();
  return [...named.values()].map((members) => ({
    slug: distinctSlug(members, taken),
    title: titleOf(members),
    cells: members.toSorted((a, b) => rank(a) - rank(b)),
  }));
}

function distinctName(cell: Cell, { study, cells }: StudyOfFile): string {
  const isTaken = cells.some((other) => other !== cell && other.name === cell.name);
  const group = study.groups.find(({ id }) => id === cell.groupId)?.name ?? reportWords.ungrouped();
  return isTaken ? `${group} ${cell.name}` : cell.name;
}

/** An electrolyte's name ends where its description begins. */
function shortElectrolyte({ electrolyte }: Cell): string {
  return /^[^(,;]*/.exec(electrolyte)?.[0].trim() ?? '';
}

function titleOf([first]: readonly ReportedCell[]): string {
  if (!first) return '';
  const metal = first.cell.metal ?? reportWords.unknownMetal();
  return `${metal}, ${shortElectrolyte(first.cell) || reportWords.unknownElectrolyte()}`;
}

function distinctSlug([first]: readonly ReportedCell[], taken: Set<string>): string {
  const words = [
    first?.cell.metal ?? 'no-metal',
    (first && shortElectrolyte(first.cell)) || 'no-electrolyte',
  ];
  const slug = words
    .map((word) => word.replace(/[^\p{L}\p{N}+.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, ''))
    .join('_');
  let distinct = slug;
  for (let n = 2; taken.has(distinct.toLowerCase()); n += 1) distinct = `${slug}_${n}`;
  taken.add(distinct.toLowerCase());
  return distinct;
}
