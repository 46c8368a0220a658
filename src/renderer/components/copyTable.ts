/** A table on the clipboard, for a spreadsheet: as text and as HTML. */
export interface ShownTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export async function copyTable({ titles, rows }: ShownTable): Promise<void> {
  const lines = [titles, ...rows];
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
