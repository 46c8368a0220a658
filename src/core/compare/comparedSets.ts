/** Cells that can be compared with each other: of one metal in one electrolyte. */
import type { Cell } from '#core/project/study.ts';
import { compareWords } from '#core/text/compareWords.ts';

export interface ComparedSet<Item extends { readonly cell: Cell }> {
  /** For people: `Li, LLTO`. */
  readonly title: string;
  /** In the order given. */
  readonly members: readonly Item[];
}

export function comparedSets<Item extends { readonly cell: Cell }>(
  items: readonly Item[],
): readonly ComparedSet<Item>[] {
  const sets = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.cell.metal, item.cell.electrolyte]);
    sets.set(key, [...(sets.get(key) ?? []), item]);
  }
  return [...sets.values()].map((members) => ({ title: titleOf(members[0]?.cell), members }));
}

/** An electrolyte's name ends where its description begins. */
function titleOf(cell: Cell | undefined): string {
  const electrolyte = /^[^(,;]*/u.exec(cell?.electrolyte ?? '')?.[0].trim() ?? '';
  return `${cell?.metal ?? compareWords.unknownMetal()}, ${electrolyte || compareWords.unknownElectrolyte()}`;
}
