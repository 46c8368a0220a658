/**
 * Reads voltage, current and time of the records of a Neware .ndax file: the vendor's own binary of a run, as an
 * independent truth for its CSV. Test-only; versions 14 and 17 of the file.
 */
import { inflateRawSync } from 'node:zlib';

export interface NdaxRecord {
  readonly voltage_V: number;
  readonly current_A: number;
}

export interface NdaxRun {
  readonly records: readonly NdaxRecord[];
  /** Step time in seconds by 1-based record number, for the records the tester noted it for. */
  readonly stepTime_s: ReadonlyMap<number, number>;
}

const BLOCK_BYTES = 4096;

/** The member of a ZIP archive, found through its central directory (sizes may stand in the ZIP64 extra field). */
function zipMember(zip: Buffer, name: string): Buffer {
  for (
    let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('latin1', at + 46, at + 46 + nameLength) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(start));
  }
  throw new Error(`no ${name} in the archive`);
}

/** Rows of an .ndc table: blocks of 4096 bytes, the first a header, each with a bit mask of present rows. */
function ndcRows(ndc: Buffer, rowBytes: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let block = BLOCK_BYTES; block + BLOCK_BYTES <= ndc.length; block += BLOCK_BYTES) {
    for (let bit = 0; 132 + (bit + 1) * rowBytes < BLOCK_BYTES; bit++) {
      const present = ((ndc[block + 4 + (bit >> 3)] ?? 0) >> (bit & 7)) & 1;
      const start = block + 132 + bit * rowBytes;
      if (present) rows.push(ndc.subarray(start, start + rowBytes));
    }
  }
  return rows;
}

const RUN_INFO_TAIL_BYTES: Readonly<Record<number, number>> = { 14: 8, 17: 53 };
const RUN_INFO_BYTES = 4 + 1 + 16 + 8 + 4 + 4 + 4 + 4 + 2;

export function ndaxRun(zip: Buffer): NdaxRun {
  const data = zipMember(zip, 'data.ndc');
  const runInfo = zipMember(zip, 'data_runInfo.ndc');
  const tail = RUN_INFO_TAIL_BYTES[runInfo[2] ?? 0];
  if (tail === undefined || (data[2] !== 14 && data[2] !== 17))
    throw new Error(`version ${data[2]} is not read here`);
  return {
    records: ndcRows(data, 8).map((row) => ({
      voltage_V: row.readFloatLE(0),
      current_A: row.readFloatLE(4),
    })),
    stepTime_s: new Map(
      ndcRows(runInfo, RUN_INFO_BYTES + tail).map((row) => [
        row.readUInt32LE(41),
        row.readUInt32LE(0) / 1000,
      ]),
    ),
  };
}
