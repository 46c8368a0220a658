/** A table on the clipboard, for a spreadsheet: as text and as HTML. */
export interface ShownTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const NUMBER = /^−?\d[\d,]*(\.\d+)?$/;

/** A number loses its thousands separators and has a hyphen for a minus; words keep plain spaces only. */
function pasted(cell: string): string {
  return NUMBER.test(cell) ? cell.replaceAll(',', '').replace('−', '-') : cell.replaceAll('\u00A0', ' ');
}

/** Titles and rows as a spreadsheet takes them. */
export function pastedRows({ titles, rows }: ShownTable): readonly (readonly string[])[] {
  return [titles, ...rows].map((cells) => cells.map(pasted));
}

export async function copyTable(table: ShownTable): Promise<void> {
  const lines = pastedRows(table);
  const plain = lines.map((cells) => cells.join('\t')).join('\n');
  const html = lines.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  const blob = (content: string, type: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob(plain, 'text/plain'),
      'text/html': blob(`<table>${html.join('')}</table>`, 'text/html'),
    }),
  ]);
}
