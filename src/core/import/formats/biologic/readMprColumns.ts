/**
 * Records to columns. One pass over the file in chunks that stay in the processor's cache, one plain loop a column
 * and storage type: no closure, object or branch per cell.
 */
import type { Column } from '#core/dataset.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Storage } from '#core/import/formats/biologic/biologicColumns.ts';
import { LAST_POINT_BIT } from '#core/import/formats/biologic/biologicColumns.ts';
import type { MprDataLayout, MprFlagField } from '#core/import/formats/biologic/mprDataLayout.ts';
import { resolveTitles, type ResolvedTitle } from '#core/import/formats/biologic/resolveTitles.ts';

export interface MprColumns {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Whether the last row carries the mark that ends a technique or loop; null when the file has no flag byte. */
  readonly ended: boolean | null;
}

export interface ReadMprOptions {
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytesDone: number) => void;
}

const READ_BYTES = 1 << 20;
/** Rows decoded column by column before going on, so that their bytes are still in the cache for the next column. */
const BLOCK_ROWS = 2048;

interface Fill {
  readonly view: DataView;
  /** Offset of the first value in the view. */
  readonly offset: number;
  readonly stride: number;
  readonly out: Float64Array;
  readonly from: number;
  readonly to: number;
  /** Canonical = vendor / divisor × multiplier: dividing by a power of ten rounds once, multiplying by 0.001 twice. */
  readonly divisor: number;
  readonly multiplier: number;
}

function fillF32({ view, offset, stride, out, from, to, divisor, multiplier }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) {
    out[row] = (view.getFloat32(at, true) / divisor) * multiplier;
  }
}

function fillPlainF32({ view, offset, stride, out, from, to }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) out[row] = view.getFloat32(at, true);
}

function fillF64({ view, offset, stride, out, from, to, divisor, multiplier }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) {
    out[row] = (view.getFloat64(at, true) / divisor) * multiplier;
  }
}

function fillPlainF64({ view, offset, stride, out, from, to }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) out[row] = view.getFloat64(at, true);
}

function fillU8({ view, offset, stride, out, from, to }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) out[row] = view.getUint8(at);
}

function fillU16({ view, offset, stride, out, from, to }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) out[row] = view.getUint16(at, true);
}

function fillU32({ view, offset, stride, out, from, to }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) out[row] = view.getUint32(at, true);
}

const SCALED: Readonly<Record<Storage, (fill: Fill) => void>> = {
  f32: fillF32,
  f64: fillF64,
  u8: fillU8,
  u16: fillU16,
  u32: fillU32,
};
const PLAIN: typeof SCALED = { ...SCALED, f32: fillPlainF32, f64: fillPlainF64 };

/** Most flags are never set. A new array is all zeros, and pages of it that nobody writes to cost no memory. */
function fillFlag({ flag }: MprFlagField, { view, offset, stride, out, from, to }: Fill): void {
  const { mask, shift } = flag;
  for (let row = from, at = offset; row < to; row++, at += stride) {
    const bits = view.getUint8(at) & mask;
    if (bits !== 0) out[row] = bits >> shift;
  }
}

interface Target {
  readonly resolved: ResolvedTitle;
  readonly out: Float64Array;
  readonly offset: number;
  readonly fill: (fill: Fill) => void;
  readonly divisor: number;
  readonly multiplier: number;
}

function scaleOf({ decimalShift, factor }: ResolvedTitle): Pick<Fill, 'divisor' | 'multiplier'> {
  const down = decimalShift < 0;
  return { divisor: down ? 10 ** -decimalShift : 1, multiplier: down ? factor : 10 ** decimalShift * factor };
}

function fillOf(
  storage: Storage,
  scale: Pick<Fill, 'divisor' | 'multiplier'> | undefined,
): (fill: Fill) => void {
  return scale?.divisor === 1 && scale.multiplier === 1 ? PLAIN[storage] : SCALED[storage];
}

function createTargets(layout: MprDataLayout): Target[] {
  const titles = [...layout.flags.map(({ flag }) => flag.title), ...layout.fields.map(({ title }) => title)];
  const resolved = resolveTitles(titles);
  const scales = resolved.map(scaleOf);
  const places = [
    ...layout.flags.map((field) => ({
      offset: field.offset,
      fill: (f: Fill) => {
        fillFlag(field, f);
      },
    })),
    ...layout.fields.map(({ offset, storage }, i) => ({
      offset,
      fill: fillOf(storage, scales[layout.flags.length + i]),
    })),
  ];
  return resolved.flatMap((title, i) => {
    const place = places[i];
    const scale = scales[i];
    return place && scale
      ? [{ resolved: title, out: new Float64Array(layout.rows), ...place, ...scale }]
      : [];
  });
}

/** Decodes the records in `bytes`, the first of which is row `firstRow`. */
function fillTargets(targets: readonly Target[], bytes: Uint8Array, firstRow: number, stride: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = Math.floor(bytes.byteLength / stride);
  for (let done = 0; done < rows; done += BLOCK_ROWS) {
    const from = firstRow + done;
    const to = firstRow + Math.min(rows, done + BLOCK_ROWS);
    for (const { out, offset, fill, divisor, multiplier } of targets) {
      fill({ view, offset: offset + done * stride, stride, out, from, to, divisor, multiplier });
    }
  }
}

/** Reads ranges of at most `capacity` bytes, each into the same buffer where the host can. */
function createRangeReader(
  source: ByteSource,
  capacity: number,
): (start: number, length: number) => Promise<Uint8Array> {
  if (!source.readInto) return (start, length) => source.read(start, start + length);
  const buffer = new Uint8Array(capacity);
  return async (start, length) => {
    const got = await source.readInto?.(buffer.subarray(0, length), start);
    return buffer.subarray(0, got ?? 0);
  };
}

/** Reads all rows; undefined when the signal was aborted. Fewer rows than declared when the file has shrunk. */
export async function readMprColumns(
  source: ByteSource,
  layout: MprDataLayout,
  options: ReadMprOptions,
): Promise<MprColumns | undefined> {
  const { recordLength, start } = layout;
  const targets = createTargets(layout);
  const flagOffset = layout.flags[0]?.offset;
  const step = Math.max(1, Math.floor(READ_BYTES / Math.max(1, recordLength)));
  const read = createRangeReader(source, Math.min(step, layout.rows) * recordLength);
  let rows = 0;
  let lastFlags: number | undefined;
  while (rows < layout.rows) {
    if (options.signal?.aborted) return undefined;
    const wanted = Math.min(step, layout.rows - rows);
    const bytes = await read(start + rows * recordLength, wanted * recordLength);
    const got = Math.floor(bytes.byteLength / recordLength);
    fillTargets(targets, bytes, rows, recordLength);
    if (flagOffset !== undefined && got > 0) lastFlags = bytes[(got - 1) * recordLength + flagOffset];
    rows += got;
    options.onBytes(start + rows * recordLength);
    if (got < wanted) break;
  }
  const columns = targets.map(({ resolved: { name, unit, title }, out }) => ({
    name,
    unit,
    source: title,
    values: rows === out.length ? out : out.slice(0, rows),
  }));
  return { rows, columns, ended: lastFlags === undefined ? null : (lastFlags & LAST_POINT_BIT) !== 0 };
}
