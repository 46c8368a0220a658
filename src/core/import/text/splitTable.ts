/** Cuts a flat table into ranges that several workers can scan. */
import type { ByteSource } from '#core/import/byteSource.ts';
import { LINE_LIMIT_BYTES } from '#core/import/text/lineReader.ts';
import type { TableLayout } from '#core/import/text/tableLayout.ts';

const LF = 10;
const WINDOW_BYTES = 64 * 1024;

/**
 * The layouts of consecutive ranges of about `rangeBytes`, each ending at a line end; together they are the table.
 * Their lines are counted from 1 each; joinTables puts the numbers right. Plain data that crosses to a worker.
 */
export async function splitTable(
  source: ByteSource,
  layout: TableLayout,
  rangeBytes: number,
): Promise<readonly TableLayout[]> {
  const tableEnd = Math.min(layout.dataEnd ?? source.size, source.size);
  const ranges: TableLayout[] = [];
  let start = layout.dataStart;
  while (start < tableEnd) {
    const end = await nextLineStart(source, start + rangeBytes, tableEnd);
    ranges.push({ ...layout, dataStart: start, dataEnd: end, firstLine: 1 });
    start = end;
  }
  return ranges;
}

/** Offset after the first line end from `from` on; the table's end if there is none or the line is too long. */
async function nextLineStart(source: ByteSource, from: number, tableEnd: number): Promise<number> {
  for (let at = from; at < Math.min(tableEnd, from + LINE_LIMIT_BYTES); at += WINDOW_BYTES) {
    const bytes = await source.read(at, Math.min(at + WINDOW_BYTES, tableEnd));
    const found = bytes.indexOf(LF);
    if (found >= 0) return at + found + 1;
    if (bytes.length === 0) break;
  }
  return tableEnd;
}
