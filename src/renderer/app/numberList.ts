/** "1, 2, 10-12" as numbers; null when it says something else. */
export function parseNumberList(typed: string): readonly number[] | null {
  const numbers = new Set<number>();
  for (const part of typed.split(/[,;\s]+/).filter((piece) => piece !== '')) {
    const match = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part);
    if (!match) return null;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}
