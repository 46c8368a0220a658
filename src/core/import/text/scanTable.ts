/**
 * Reads a flat table of a text file straight into columns of doubles. The file streams through in chunks and is never
 * held as text; every number equals Number(text). Rows that cannot be read are counted and listed.
 */
import { LF } from '#core/import/text/ascii.ts';
import { createLineChunks, type LineChunk } from '#core/import/text/lineChunks.ts';
import { createPlainRowScanner, type PlainRowScanner } from '#core/import/text/plainRowScanner.ts';
import { scanRows } from '#core/import/text/scanRows.ts';
import { createTableBuilder, finishTable, type TableBuilder } from '#core/import/text/tableBuilder.ts';
import type { ScanOutcome, TableScanner } from '#core/import/text/tableLayout.ts';

/** More columns than any instrument exports; memory grows with their number. */
export const COLUMN_LIMIT = 1024;
const SAMPLE_BYTES = 64 * 1024;

/** The scanner on one thread. Problems: `cancelled`, `line-too-long`, `too-many-columns`. */
export const scanTable: TableScanner = async (source, layout, options) =>
  scanWith(await createPlainRowScanner(layout), source, layout, options);

/** The same without WebAssembly, and several times slower: what a host falls back to, and what the fast way is held to. */
export const scanTableInScript: TableScanner = (source, layout, options) =>
  scanWith(undefined, source, layout, options);

async function scanWith(
  fast: PlainRowScanner | undefined,
  ...[source, layout, options]: Parameters<TableScanner>
): Promise<ScanOutcome> {
  if (layout.columns.length > COLUMN_LIMIT) {
    return {
      ok: false,
      problem: { code: 'too-many-columns', columns: layout.columns.length, limit: COLUMN_LIMIT },
    };
  }
  const end = Math.min(layout.dataEnd ?? source.size, source.size);
  const nextChunk = createLineChunks(source, {
    ...options,
    encoding: layout.encoding,
    start: layout.dataStart,
    end,
  });
  let table: TableBuilder | undefined;
  while (true) {
    const next = await nextChunk();
    if (!next.ok) return next;
    if (!next.chunk) break;
    table ??= createTableBuilder(layout, estimatedRows(next.chunk, end - layout.dataStart), options.spare);
    scanRows(table, next.chunk, fast);
  }
  fast?.close();
  return { ok: true, table: finishTable(table ?? createTableBuilder(layout, 0)) };
}

/** Rows that the bytes will hold, judged from the first lines, with a tenth to spare. */
function estimatedRows(chunk: LineChunk, bytes: number): number {
  const sample = Math.min(chunk.end, SAMPLE_BYTES);
  let lines = 0;
  for (let i = 0; i < sample; i++) if (chunk.bytes[i] === LF) lines++;
  return Math.ceil(((lines * bytes) / sample) * 1.1) + 16;
}
