/** The hot loop: rows of bytes into columns. */
import type { LineChunk } from '#core/import/text/lineChunks.ts';
import { scanGeneralRow } from '#core/import/text/scanGeneralRow.ts';
import { growTable, type TableBuilder } from '#core/import/text/tableBuilder.ts';

const LF = 10;

/** Scans the lines of a chunk into rows of the table. */
export function scanRows(table: TableBuilder, chunk: LineChunk): void {
  const { bytes, end } = chunk;
  const decoder = new TextDecoder(byteEncoding(table.layout.encoding));
  let p = 0;
  while (p < end) {
    if (table.rows === table.capacity) growTable(table, table.rows + 1);
    const next = bytes.indexOf(LF, p) + 1;
    scanGeneralRow(table, decoder.decode(bytes.subarray(p, next)), chunk.cut && next === end);
    table.line++;
    p = next;
  }
}

/** The encoding of the bytes that arrive here: UTF-16 has become UTF-8 on the way. */
function byteEncoding(encoding: TableBuilder['layout']['encoding']): string {
  if (encoding === 'binary') return 'windows-1252';
  return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
}
