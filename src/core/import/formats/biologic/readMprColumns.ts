/**
 * Records to columns. One pass over the file in chunks that stay in the processor's cache, one plain loop a column
 * and storage type: no closure, object or branch per cell.
 */
import { createValues, type ColumnValues } from '#core/columnValues.ts';
import type { Column } from '#core/dataset.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import type { BiologicFlag, Storage } from '#core/import/formats/biologic/biologicColumns.ts';
import { LAST_POINT_BIT } from '#core/import/formats/biologic/biologicColumns.ts';
import type { MprDataLayout, MprField } from '#core/import/formats/biologic/mprDataLayout.ts';
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

const READ_BYTES = 1 << 18;
/** Rows decoded column by column before going on, so that their bytes are still in the cache for the next column. */
const BLOCK_ROWS = 2048;
const UNSCALED = { divisor: 1, multiplier: 1 };

interface Fill {
  readonly view: DataView;
  /** Offset of the first value in the view. */
  readonly offset: number;
  readonly stride: number;
  readonly out: ColumnValues;
  readonly from: number;
  readonly to: number;
  /** Canonical = vendor / divisor × multiplier: dividing by a power of ten rounds once, multiplying by 0.001 twice. */
  readonly divisor: number;
  readonly multiplier: number;
}

function fillScaledF32({ view, offset, stride, out, from, to, divisor, multiplier }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) {
    out[row] = (view.getFloat32(at, true) / divisor) * multiplier;
  }
}

function fillF32({ view, offset, stride, out, from, to }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) out[row] = view.getFloat32(at, true);
}

function fillScaledF64({ view, offset, stride, out, from, to, divisor, multiplier }: Fill): void {
  for (let row = from, at = offset; row < to; row++, at += stride) {
    out[row] = (view.getFloat64(at, true) / divisor) * multiplier;
  }
}

function fillF64({ view, offset, stride, out, from, to }: Fill): void {
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

const PLAIN: Readonly<Record<Storage, (fill: Fill) => void>> = {
  f32: fillF32,
  f64: fillF64,
  u8: fillU8,
  u16: fillU16,
  u32: fillU32,
};
/** Only quantities with a unit are scaled, and those are floats. */
const SCALED: typeof PLAIN = { ...PLAIN, f32: fillScaledF32, f64: fillScaledF64 };

type Scale = Pick<Fill, 'divisor' | 'multiplier'>;

interface Target extends Scale {
  readonly out: ColumnValues;
  /** Offset within a record. */
  readonly offset: number;
  readonly fill: (fill: Fill) => void;
}

interface FlagTarget {
  readonly flag: BiologicFlag;
  readonly out: ColumnValues;
}

interface Targets {
  readonly titles: readonly ResolvedTitle[];
  /** In the order of `titles`, the flags first. */
  readonly flags: readonly FlagTarget[];
  readonly flagOffset: number;
  readonly numbers: readonly Target[];
}

function scaleOf({ decimalShift, factor }: ResolvedTitle): Scale {
  const down = decimalShift < 0;
  return { divisor: down ? 10 ** -decimalShift : 1, multiplier: down ? factor : 10 ** decimalShift * factor };
}

/** A number that is not scaled keeps the width of the file; a scaled one is a double. */
function numberTarget({ offset, storage }: MprField, scale: Scale, rows: number): Target {
  const plain = scale.divisor === 1 && scale.multiplier === 1;
  const out = createValues(plain ? storage : 'f64', rows);
  return { ...scale, out, offset, fill: plain ? PLAIN[storage] : SCALED[storage] };
}

function createTargets({ flags, fields, rows }: MprDataLayout): Targets {
  const titles = resolveTitles([...flags.map(({ flag }) => flag.title), ...fields.map(({ title }) => title)]);
  const scales = titles.slice(flags.length).map(scaleOf);
  return {
    titles,
    flags: flags.map(({ flag }) => ({ flag, out: createValues('u8', rows) })),
    flagOffset: flags[0]?.offset ?? 0,
    numbers: fields.map((field, i) => numberTarget(field, scales[i] ?? UNSCALED, rows)),
  };
}

/** Most flags are never set: one pass tells which, and pages of a new array that nobody writes to cost no memory. */
function fillFlags(
  targets: Targets,
  bytes: Uint8Array,
  fill: Pick<Fill, 'offset' | 'stride' | 'from' | 'to'>,
) {
  const { offset, stride, from, to } = fill;
  let seen = 0;
  for (let row = from, at = offset; row < to; row++, at += stride) seen |= bytes[at] ?? 0;
  for (const { flag, out } of targets.flags) {
    const { mask, shift } = flag;
    if ((seen & mask) === 0) continue;
    for (let row = from, at = offset; row < to; row++, at += stride)
      out[row] = ((bytes[at] ?? 0) & mask) >> shift;
  }
}

/** Decodes the records in `bytes`, the first of which is row `firstRow`. */
function fillTargets(targets: Targets, bytes: Uint8Array, firstRow: number, stride: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = Math.floor(bytes.byteLength / stride);
  for (let done = 0; done < rows; done += BLOCK_ROWS) {
    const start = done * stride;
    const from = firstRow + done;
    const to = firstRow + Math.min(rows, done + BLOCK_ROWS);
    if (targets.flags.length > 0) {
      fillFlags(targets, bytes, { offset: start + targets.flagOffset, stride, from, to });
    }
    for (const { out, offset, fill, divisor, multiplier } of targets.numbers) {
      fill({ view, offset: offset + start, stride, out, from, to, divisor, multiplier });
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
  const outs = [...targets.flags, ...targets.numbers].map(({ out }) => out);
  const columns = targets.titles.flatMap(({ name, unit, title }, i) => {
    const out = outs[i];
    return out ? [{ name, unit, source: title, values: rows === out.length ? out : out.slice(0, rows) }] : [];
  });
  return { rows, columns, ended: lastFlags === undefined ? null : (lastFlags & LAST_POINT_BIT) !== 0 };
}
