/** Cuts one line of a table into cells. */

/**
 * Cells of a line. `delimiter` is one character; a blank means that runs of blanks separate. Cells in double quotes
 * may hold the delimiter, `""` stands for a quote. Blanks and TABs around a cell are dropped. A quote that is never
 * closed gives undefined.
 */
export function splitCells(line: string, delimiter: string): string[] | undefined {
  if (delimiter === ' ') return splitAtBlanks(line);
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  return splitQuoted(line, delimiter);
}

function splitAtBlanks(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/[ \t]+/);
}

function splitQuoted(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let from = 0;
  while (from <= line.length) {
    const start = skipBlanks(line, from, delimiter);
    const quoted = line[start] === '"';
    const closing = quoted ? closingQuote(line, start + 1) : start;
    if (closing < 0) return undefined;
    const found = line.indexOf(delimiter, quoted ? closing + 1 : from);
    const end = found < 0 ? line.length : found;
    const after = line.slice(closing + 1, end).trim();
    const inner = line.slice(start + 1, closing).replaceAll('""', '"');
    cells.push(quoted ? (inner + after).trim() : line.slice(from, end).trim());
    from = end + 1;
  }
  return cells;
}

function skipBlanks(line: string, from: number, delimiter: string): number {
  let i = from;
  while (line[i] !== delimiter && (line[i] === ' ' || line[i] === '\t')) i++;
  return i;
}

function closingQuote(line: string, from: number): number {
  for (let i = line.indexOf('"', from); i >= 0; i = line.indexOf('"', i + 2)) {
    if (line[i + 1] !== '"') return i;
  }
  return -1;
}
