/** A text cell from bytes: an index into the column's dictionary. */
import { BLANK, CR, LF, QUOTE } from '#core/import/text/ascii.ts';
import { NOT_PLAIN } from '#core/import/text/plainCell.ts';
import { textIndex, type ColumnBuilder, type TextDictionary } from '#core/import/text/tableBuilder.ts';

/** Dictionaries larger than this are searched by text, not by bytes. */
const SEARCHED_ENTRIES = 24;

/** Scans the text at `start`; see plainCell.ts for the result. */
export function scanText(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const end = skipText(bytes, start, column);
  if (end < 0) return NOT_PLAIN;
  const { dictionary } = column;
  let index = dictionary.last;
  if (!holds(dictionary.bytes[index], bytes, start, end)) {
    index = knownIndex(dictionary, bytes, start, end);
    if (index < 0) {
      const cell = bytes.subarray(start, end);
      index = textIndex(dictionary, dictionary.decode(cell), cell);
    }
    dictionary.last = index;
  }
  column.values[row] = index;
  return end;
}

/** Offset after an unquoted cell without blanks at its ends and without control bytes, or NOT_PLAIN. */
export function skipText(bytes: Uint8Array, start: number, column: ColumnBuilder): number {
  let p = start;
  let byte = bytes[p] as number;
  while (byte !== column.delimiter && byte >= BLANK && byte !== QUOTE) byte = bytes[++p] as number;
  if (byte !== column.delimiter && byte !== LF && byte !== CR) return NOT_PLAIN;
  return p > start && (bytes[start] === BLANK || bytes[p - 1] === BLANK) ? NOT_PLAIN : p;
}

function knownIndex(dictionary: TextDictionary, bytes: Uint8Array, start: number, end: number): number {
  if (dictionary.bytes.length > SEARCHED_ENTRIES) return -1;
  return dictionary.bytes.findIndex((entry) => holds(entry, bytes, start, end));
}

function holds(entry: Uint8Array | undefined, bytes: Uint8Array, start: number, end: number): boolean {
  if (entry?.length !== end - start) return false;
  for (let i = 0; i < entry.length; i++) if (entry[i] !== bytes[start + i]) return false;
  return true;
}
