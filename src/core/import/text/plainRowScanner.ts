/** Runs the WebAssembly scanner of wasm/plainRows.ts over chunks of lines. */
import { LF } from '#core/import/text/ascii.ts';
import type { LineChunk } from '#core/import/text/lineChunks.ts';
import { PLAIN_ROWS_MODULE } from '#core/import/text/plainRowsModule.ts';
import { growTable, type ColumnBuilder, type TableBuilder } from '#core/import/text/tableBuilder.ts';
import type { TableLayout } from '#core/import/text/tableLayout.ts';

/** Takes the plain rows of a chunk, and leaves the others to its caller one by one. */
export interface PlainRowScanner {
  /** Must be called for each chunk before `scan`. */
  open(chunk: LineChunk): void;
  /** Appends plain rows from the line at `start` on; returns the offset of the first line that is none, or the end. */
  scan(table: TableBuilder, start: number): number;
  /** Leaves its memory to the next table; nothing may be called afterwards. */
  close(): void;
}

/** What the module exports; memory holds columns, known texts, a block of values and a window of the chunk. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  configure(columnsAt: number, columns: number, delimiter: number, decimalMark: number): void;
  scanRows(start: number, end: number, mostRows: number): number;
  stoppedAt(): number;
}

const PAGE_BYTES = 65_536;
/** After the module's own tables. */
const COLUMNS_AT = 8192;
const COLUMN_BYTES = 64;
const TEXT_BYTES = 64;
const MOST_TEXTS = 24;
/** Blocks and windows stay within a processor's second cache. */
const BLOCK_BYTES = 256 * 1024;
const LEAST_ROWS = 16;
const WINDOW_BYTES = 128 * 1024;
const GUARD_BYTES = 64;
const MOST_IDLE_BYTES = 2 * 1024 * 1024;
const KINDS = { number: 0, duration: 1, date: 2, text: 3, skip: 4 };
const DATE_ORDERS = { ymd: 0, mdy: 1, dmy: 2 };
/** Where a column's fields lie, see Column in wasm/plainRows.ts. */
const FIELDS = {
  factor: 0,
  kind: 24,
  decimalShift: 28,
  values: 32,
  texts: 36,
  textCount: 40,
  lastText: 44,
  dateOrder: 48,
};

let compiled: Promise<WebAssembly.Module> | undefined;
/** Modules whose table is done: a worker scans range after range, and fresh memory costs as much as scanning. */
const idle: Exports[] = [];

/** A scanner for tables of this layout, or undefined where the short way does not apply or WebAssembly may not run. */
export async function createPlainRowScanner(layout: TableLayout): Promise<PlainRowScanner | undefined> {
  if (layout.delimiter === 32 || layout.columns.length === 0) return undefined;
  try {
    compiled ??= WebAssembly.compile(Uint8Array.from(atob(PLAIN_ROWS_MODULE), (byte) => byte.charCodeAt(0)));
    return startScanner(idle.pop() ?? (await instantiate(await compiled)), layout);
  } catch {
    // A host without WebAssembly, or one whose policy forbids it: the rows are scanned without it, only slower.
    return undefined;
  }
}

async function instantiate(module: WebAssembly.Module): Promise<Exports> {
  const { exports } = await WebAssembly.instantiate(module);
  return exports as unknown as Exports;
}

function startScanner(module: Exports, layout: TableLayout): PlainRowScanner {
  const places = placesOf(layout);
  const missing = places.end - module.memory.buffer.byteLength;
  if (missing > 0) module.memory.grow(Math.ceil(missing / PAGE_BYTES));
  const memory = new Uint8Array(module.memory.buffer);
  const window = memory.subarray(places.window, places.window + WINDOW_BYTES + GUARD_BYTES);
  const texts = layout.columns.map((_, i) => createTextList(memory, places, i));
  const blocks = layout.columns.map(
    (_, i) => new Float64Array(module.memory.buffer, places.values(i), places.rows),
  );
  memory.fill(0, COLUMNS_AT, places.texts(0));
  writeColumns(new DataView(module.memory.buffer), layout, places);
  module.configure(COLUMNS_AT, layout.columns.length, layout.delimiter, layout.decimalMark.charCodeAt(0));
  let chunk: LineChunk = { bytes: new Uint8Array(0), end: 0, cut: false };
  let windowStart = 0;
  let windowEnd = 0;

  function moveWindow(start: number): void {
    windowStart = start;
    windowEnd = Math.min(start + WINDOW_BYTES, chunk.end);
    window.set(chunk.bytes.subarray(windowStart, windowEnd));
    window.fill(0, windowEnd - windowStart, windowEnd - windowStart + GUARD_BYTES);
  }

  /** One block of rows; returns where it stopped. */
  function scanBlock(table: TableBuilder, start: number): number {
    const toMemory = places.window - windowStart;
    const rows = module.scanRows(start + toMemory, windowEnd + toMemory, places.rows);
    growTable(table, table.rows + rows);
    for (const [i, column] of table.columns.entries()) copyBlock(column, table.rows, blocks[i], rows);
    table.rows += rows;
    table.line += rows;
    return module.stoppedAt() - toMemory;
  }

  /** True when the line at `at` runs on behind the window. */
  function isCut(at: number): boolean {
    return windowEnd < chunk.end && chunk.bytes.indexOf(LF, at) >= windowEnd;
  }

  return {
    open(next) {
      chunk = next;
      windowEnd = 0;
    },
    scan(table, start) {
      for (const [i, column] of table.columns.entries()) texts[i]?.(column);
      let p = start;
      while (p < chunk.end) {
        if (p >= windowEnd) moveWindow(p);
        const from = table.rows;
        p = scanBlock(table, p);
        if (p >= windowEnd || table.rows - from === places.rows) continue;
        if (p === windowStart || !isCut(p)) return p;
        moveWindow(p);
      }
      return p;
    },
    close() {
      if (idle.length === 0 && module.memory.buffer.byteLength <= MOST_IDLE_BYTES) idle.push(module);
    },
  };
}

interface Places {
  readonly texts: (column: number) => number;
  readonly values: (column: number) => number;
  readonly window: number;
  readonly end: number;
  /** Rows of a block. */
  readonly rows: number;
}

function placesOf({ columns }: TableLayout): Places {
  const rows = Math.max(LEAST_ROWS, Math.floor(BLOCK_BYTES / 8 / columns.length));
  const textsAt = COLUMNS_AT + columns.length * COLUMN_BYTES;
  const valuesAt = textsAt + columns.length * MOST_TEXTS * TEXT_BYTES;
  const window = valuesAt + columns.length * rows * 8;
  return {
    texts: (column) => textsAt + column * MOST_TEXTS * TEXT_BYTES,
    values: (column) => valuesAt + column * rows * 8,
    window,
    end: window + WINDOW_BYTES + GUARD_BYTES,
    rows,
  };
}

function writeColumns(memory: DataView, { columns }: TableLayout, places: Places): void {
  for (const [i, column] of columns.entries()) {
    const at = COLUMNS_AT + i * COLUMN_BYTES;
    memory.setFloat64(at + FIELDS.factor, column.factor, true);
    memory.setInt32(at + FIELDS.kind, KINDS[column.kind], true);
    memory.setInt32(at + FIELDS.decimalShift, column.decimalShift, true);
    memory.setUint32(at + FIELDS.values, places.values(i), true);
    memory.setUint32(at + FIELDS.texts, places.texts(i), true);
    memory.setInt32(at + FIELDS.lastText, -1, true);
    memory.setInt32(at + FIELDS.dateOrder, DATE_ORDERS[column.dateOrder ?? 'ymd'], true);
  }
}

/** Writes the texts down that a column's dictionary has gained, as far as there is room. */
function createTextList(memory: Uint8Array, places: Places, index: number): (column: ColumnBuilder) => void {
  let count = 0;
  const countAt = COLUMNS_AT + index * COLUMN_BYTES + FIELDS.textCount;
  return ({ dictionary }) => {
    for (; count < Math.min(dictionary.bytes.length, MOST_TEXTS); count++) {
      const text = dictionary.bytes[count];
      const at = places.texts(index) + count * TEXT_BYTES;
      const fits = text !== undefined && text.length < TEXT_BYTES;
      memory[at] = fits ? text.length : 255;
      if (fits) memory.set(text, at + 1);
    }
    memory[countAt] = count;
  };
}

function copyBlock(column: ColumnBuilder, row: number, block: Float64Array | undefined, rows: number): void {
  if (!block || column.layout.kind === 'skip') return;
  column.values.set(rows === block.length ? block : block.subarray(0, rows), row);
}
