import type { Format } from '#core/import/format.ts';

export const TABLE_START = '<!-- formats: written by `npm run docs:formats` -->';
export const TABLE_END = '<!-- end of formats -->';

/** The README's table of formats, from the registry. Formats without an extension only refuse files by their name. */
export function formatsTable(formats: readonly Format[]): string {
  const rows = formats
    .filter(({ extensions }) => extensions.length > 0)
    .map(({ label, extensions, techniques }) => {
      const endings = extensions.map((extension) => `\`.${extension}\``).join(' ');
      return `| ${label} | ${endings} | ${techniques} |`;
    });
  return ['| format | usual ending | techniques |', '|---|---|---|', ...rows].join('\n');
}

/** A text whose part between the markers is the table. Throws when a marker is missing. */
export function withFormatsTable(text: string, table: string): string {
  const start = text.indexOf(TABLE_START);
  const end = text.indexOf(TABLE_END);
  if (start < 0 || end < start) throw new Error('the markers of the formats table are missing');
  return `${text.slice(0, start + TABLE_START.length)}\n\n${table}\n\n${text.slice(end)}`;
}
