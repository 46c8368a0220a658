/** Writes small `.mpr` files after the published byte map, for cases that no real file shows. Simulated. */

export interface MprShape {
  readonly layout: 'old' | 'new';
  readonly dataVersion: number;
  readonly ids: readonly number[];
  /** Bytes of each record. */
  readonly records: readonly Uint8Array[];
  readonly withLog?: boolean;
  readonly loops?: readonly number[];
  /** What the head declares, if it lies. */
  readonly declaredRows?: number;
  readonly settings?: Uint8Array;
}

const latin1 = (text: string, width: number) => Buffer.from(text.padEnd(width), 'latin1');

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

function module(shape: MprShape, name: string, version: number, data: Buffer): Buffer {
  const names = [latin1('MODULE', 6), latin1(name, 10), latin1(name, 25)];
  const date = latin1('03/04/25', 8);
  if (shape.layout === 'old') return Buffer.concat([...names, u32(data.length, version), date, data]);
  const newVersion = name === 'VMP data' ? version : 10;
  return Buffer.concat([...names, u32(0xffffffff, data.length, 0, newVersion), date, data]);
}

const FIRST_RECORD: Readonly<Record<string, number>> = {
  'old 0': 100,
  'old 2': 405,
  'old 3': 406,
  'new 11': 1007,
};

function dataModule(shape: MprShape): Buffer {
  const head = Buffer.alloc(FIRST_RECORD[`${shape.layout} ${shape.dataVersion}`] ?? 406);
  head.writeUInt32LE(shape.declaredRows ?? shape.records.length, 0);
  if (shape.layout === 'new') head.writeUInt16LE(shape.ids.length, 4);
  else head.writeUInt8(shape.ids.length, 4);
  for (const [i, id] of shape.ids.entries()) {
    if (shape.dataVersion === 0) head.writeUInt8(id, 5 + i);
    else head.writeUInt16LE(id, (shape.layout === 'new' ? 6 : 5) + 2 * i);
  }
  return Buffer.concat([head, ...shape.records]);
}

function logModule(): Buffer {
  const log = Buffer.alloc(1200);
  // 2025-03-04 12:00 as days since 1899-12-30.
  log.writeDoubleLE(45_720.5, 585);
  return log;
}

export function writeMpr(shape: MprShape): Uint8Array {
  const parts = [
    Buffer.concat([latin1('BIO-LOGIC MODULAR FILE\x1a', 48), Buffer.alloc(4)]),
    module(shape, 'VMP Set', 0, Buffer.from(shape.settings ?? new Uint8Array(1856))),
    module(shape, 'VMP data', shape.dataVersion, dataModule(shape)),
  ];
  if (shape.withLog ?? true) parts.push(module(shape, 'VMP LOG', 0, logModule()));
  if (shape.loops) parts.push(module(shape, 'VMP loop', 0, u32(shape.loops.length, ...shape.loops)));
  return Buffer.concat(parts);
}

/** A record of one flag byte, a double and single-precision numbers. */
export function record(flags: number, double: number, ...singles: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(9 + 4 * singles.length);
  bytes.writeUInt8(flags, 0);
  bytes.writeDoubleLE(double, 1);
  for (const [i, value] of singles.entries()) bytes.writeFloatLE(value, 9 + 4 * i);
  return bytes;
}
