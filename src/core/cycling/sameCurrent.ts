/** As for rate steps inside a half cycle: a current that differs by more is another one. */
const SAME_CURRENT = 0.1;

/** Whether a current is the usual one within 10 % of it, whatever their signs. */
export function isSameCurrent(current_mA: number, usual_mA: number): boolean {
  return Math.abs(Math.abs(current_mA) - Math.abs(usual_mA)) <= SAME_CURRENT * Math.abs(usual_mA);
}

/** Items whose current is that of the first in their group, in the order of these first ones. */
export function groupByCurrent<T>(items: readonly T[], currentOf: (item: T) => number): T[][] {
  const groups: { readonly current_mA: number; readonly members: T[] }[] = [];
  for (const item of items) {
    const current_mA = currentOf(item);
    const group = groups.find((one) => isSameCurrent(current_mA, one.current_mA));
    if (group) group.members.push(item);
    else groups.push({ current_mA, members: [item] });
  }
  return groups.map(({ members }) => members);
}

/** The largest of these groups, of equal ones the first. */
export function atUsualCurrent<T>(items: readonly T[], currentOf: (item: T) => number): readonly T[] {
  return groupByCurrent(items, currentOf).reduce<readonly T[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
}
