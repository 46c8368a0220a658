/** Cells that can be compared with each other: of one metal in one electrolyte. */
import type { Cell } from '#core/project/study.ts';
import { compareWords } from '#core/text/compareWords.ts';

export interface ComparedSet<Item extends { readonly cell: Cell }> {
  /** For people: `Li, LLTO`; with all that is said of the electrolyte where sets would be called the same. */
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
  const short = [...sets.values()].map((members) => titleOf(members[0]?.cell, nameOf));
  return [...sets.values()].map((members, at) => {
    const title = short[at] ?? '';
    const isShared = short.filter((other) => other === title).length > 1;
    return {
      title: isShared ? titleOf(members[0]?.cell, (electrolyte) => electrolyte.trim()) : title,
      members,
    };
  });
}

/** An electrolyte's name ends where its description begins. */
function nameOf(electrolyte: string): string {
  return /^[^(,;]*/u.exec(electrolyte)?.[0].trim() ?? '';
}

function titleOf(cell: Cell | undefined, named: (electrolyte: string) => string): string {
  const electrolyte = named(cell?.electrolyte ?? '');
  return `${cell?.metal ?? compareWords.unknownMetal()}, ${electrolyte || compareWords.unknownElectrolyte()}`;
}
