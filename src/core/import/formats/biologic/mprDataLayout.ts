/**
 * The head of an `.mpr` data module: how many rows, which columns, where the first record stands.
 *
 *                     version 0 (reported)   version 2      version 3      new layout (new version 11)
 *   number of rows    u32 at 0               u32 at 0       u32 at 0       u32 at 0
 *   number of columns u8 at 4                u8 at 4        u8 at 4        u16 at 4
 *   column ids        u8 from 5              u16 from 5     u16 from 5     u16 from 6
 *   first record      100                    405            406            1007
 *
 * Records are packed. Fields stand in the order of the ids; all flag ids share one byte where the first of them is.
 * The number of rows times the record length must give the module length: this is the check that every id has the
 * width the table says.
 */
import { createByteReader, type ByteReader } from '#core/import/bytes.ts';
import {
  BIOLOGIC_COLUMNS,
  FLAGS,
  type BiologicColumn,
  type BiologicFlag,
  type Storage,
} from '#core/import/formats/biologic/biologicColumns.ts';
import type { MprModule } from '#core/import/formats/biologic/mprModules.ts';
import type { Problem } from '#core/problem.ts';

export interface MprField {
  readonly title: string;
  readonly storage: Storage;
  /** Offset within a record. */
  readonly offset: number;
}

export interface MprFlagField {
  readonly flag: BiologicFlag;
  readonly offset: number;
}

export interface MprDataLayout {
  /** Rows that the file declares. */
  readonly declaredRows: number;
  /** Rows that are wholly in the file. */
  readonly rows: number;
  /** Offset in the file of the first record. */
  readonly start: number;
  readonly recordLength: number;
  readonly fields: readonly MprField[];
  readonly flags: readonly MprFlagField[];
}

export type DataLayoutOutcome =
  | { readonly ok: true; readonly layout: MprDataLayout }
  | { readonly ok: false; readonly problem: Problem };

/** More than any id list holds, and enough for the head of every version. */
export const DATA_HEAD_BYTES = 1007;

const WIDTH: Readonly<Record<Storage, number>> = { u8: 1, u16: 2, u32: 4, f32: 4, f64: 8 };
const COLUMN_BY_ID = new Map<number, BiologicColumn>(
  BIOLOGIC_COLUMNS.flatMap((column) => column.ids.map((id) => [id, column] as const)),
);
const FLAG_BY_ID = new Map(FLAGS.map((flag) => [flag.id, flag]));

interface HeadShape {
  readonly firstRecord: number;
  readonly firstId: number;
  readonly idBytes: 1 | 2;
  readonly countBytes: 1 | 2;
}

function headShape(module: MprModule): HeadShape | undefined {
  if (module.layout === 'new') {
    const known = module.version === 11;
    return known ? { firstRecord: 1007, firstId: 6, idBytes: 2, countBytes: 2 } : undefined;
  }
  if (module.version === 3) return { firstRecord: 406, firstId: 5, idBytes: 2, countBytes: 1 };
  if (module.version === 2) return { firstRecord: 405, firstId: 5, idBytes: 2, countBytes: 1 };
  if (module.version === 0) return { firstRecord: 100, firstId: 5, idBytes: 1, countBytes: 1 };
  return undefined;
}

function readIds(reader: ByteReader, shape: HeadShape): number[] | undefined {
  const count = shape.countBytes === 2 ? reader.u16(4) : reader.u8(4);
  if (count === undefined || shape.firstId + count * shape.idBytes > shape.firstRecord) return undefined;
  const ids: number[] = [];
  for (let i = 0; i < count; i++) {
    const at = shape.firstId + i * shape.idBytes;
    const id = shape.idBytes === 2 ? reader.u16(at) : reader.u8(at);
    if (id === undefined) return undefined;
    ids.push(id);
  }
  return ids;
}

interface Fields {
  readonly fields: MprField[];
  readonly flags: MprFlagField[];
  readonly recordLength: number;
}

function placeFields(ids: readonly number[], idsAt: number): Fields | Problem {
  const fields: MprField[] = [];
  const flags: MprFlagField[] = [];
  let offset = 0;
  for (const [index, id] of ids.entries()) {
    const flag = FLAG_BY_ID.get(id);
    const column = COLUMN_BY_ID.get(id);
    if (flag) {
      const flagOffset = flags[0]?.offset ?? offset++;
      flags.push({ flag, offset: flagOffset });
    } else if (column) {
      fields.push({ title: column.title, storage: column.storage, offset });
      offset += WIDTH[column.storage];
    } else {
      return { code: 'unknown-column-id', id, position: index + 1, byte: idsAt + index * 2 };
    }
  }
  return { fields, flags, recordLength: offset };
}

/** Reads the head of the data module; `bytes` are its first DATA_HEAD_BYTES or what there is of them. */
export function parseDataLayout(module: MprModule, bytes: Uint8Array): DataLayoutOutcome {
  const shape = headShape(module);
  if (!shape) {
    const version = `${module.version} (${module.layout} layout)`;
    return { ok: false, problem: { code: 'unknown-version', what: 'The data module', version } };
  }
  const reader = createByteReader(bytes);
  const declaredRows = reader.u32(0);
  const ids = readIds(reader, shape);
  if (declaredRows === undefined || !ids || module.available < shape.firstRecord) {
    const what = 'the head of the data module';
    return { ok: false, problem: { code: 'truncated', what, byte: module.start } };
  }
  const placed = placeFields(ids, module.start + shape.firstId);
  if ('code' in placed) return { ok: false, problem: placed };
  const { recordLength } = placed;
  const payload = module.length - shape.firstRecord;
  if (payload !== declaredRows * recordLength) {
    const what =
      `${declaredRows} records of ${recordLength} bytes (columns ${ids.join(', ')}) do not fill ` +
      `the ${payload} bytes of the data module`;
    return { ok: false, problem: { code: 'malformed', what, byte: module.start } };
  }
  const there = recordLength === 0 ? 0 : Math.floor((module.available - shape.firstRecord) / recordLength);
  const rows = Math.min(declaredRows, there);
  return { ok: true, layout: { ...placed, declaredRows, rows, start: module.start + shape.firstRecord } };
}
