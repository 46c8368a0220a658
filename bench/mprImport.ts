/** Binary import as the bench measures it: one warm process that reads a simulated `.mpr` and the bare file in turn. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readHead } from '#core/import/readHead.ts';
import { biologicMpr } from '#core/import/formats/biologic/biologicMpr.ts';
import { DATA_HEAD_BYTES, parseDataLayout } from '#core/import/formats/biologic/mprDataLayout.ts';
import { readMprModules } from '#core/import/formats/biologic/mprModules.ts';
import { readMprColumns } from '#core/import/formats/biologic/readMprColumns.ts';
import { scanTable } from '#core/import/text/scanTable.ts';
import { writeMpr } from '../tests/core/import/formats/biologic/writeMpr.ts';
import { fileSource } from './fileSource.ts';

const [path = '', rows = '4000000', rounds = '7'] = process.argv.slice(2);

/** The columns of a galvanostatic run: six flags in one byte, Ns, time, control, Ewe, dq, Q-Qo, Q, half cycle, I Range. */
const IDS = [1, 2, 3, 21, 31, 65, 131, 4, 5, 6, 7, 13, 467, 468, 39];
const RECORD_BYTES = 49;
const HALF_CYCLE_ROWS = 5000;

function fillRecord(bytes: Buffer, row: number): void {
  const halfCycle = Math.floor(row / HALF_CYCLE_ROWS);
  const sign = halfCycle % 2 === 0 ? 1 : -1;
  const charge_mAh = (sign * (row % HALF_CYCLE_ROWS)) / 1440;
  const at = row * RECORD_BYTES;
  bytes.writeUInt8((sign > 0 ? 0x05 : 0x01) | (row % HALF_CYCLE_ROWS === 0 ? 0xa0 : 0), at);
  bytes.writeUInt16LE(sign > 0 ? 0 : 1, at + 1);
  bytes.writeDoubleLE(row * 0.5, at + 3);
  bytes.writeFloatLE(sign * 5, at + 11);
  bytes.writeFloatLE(sign * 0.04, at + 15);
  bytes.writeDoubleLE(sign / 1440, at + 19);
  bytes.writeDoubleLE(charge_mAh, at + 27);
  bytes.writeDoubleLE(charge_mAh, at + 35);
  bytes.writeUInt32LE(halfCycle, at + 43);
  bytes.writeUInt16LE(11, at + 47);
}

function writeSimulated(): number {
  const bytes = Buffer.alloc(RECORD_BYTES * Number(rows));
  for (let row = 0; row < Number(rows); row++) fillRecord(bytes, row);
  const shape = { layout: 'new', dataVersion: 11, ids: IDS, records: [bytes] } as const;
  const file = writeMpr({ ...shape, declaredRows: Number(rows) });
  writeFileSync(path, file);
  return file.length;
}

/** Only what the file stores, without the columns that the text export has besides. */
async function readStored(): Promise<number> {
  const source = fileSource(path);
  const started = performance.now();
  const found = await readMprModules(source);
  const data = found.ok ? found.modules.find(({ name }) => name === 'VMP data') : undefined;
  if (!data) throw new Error('no data module');
  const head = await source.read(data.start, data.start + DATA_HEAD_BYTES);
  const outcome = parseDataLayout(data, head);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  await readMprColumns(source, outcome.layout, { signal: undefined, onBytes: () => undefined });
  const ms = performance.now() - started;
  source.close();
  return ms;
}

async function importOnce(): Promise<number> {
  const source = fileSource(path);
  const started = performance.now();
  const head = await readHead(source);
  const outcome = await biologicMpr.parse({
    source,
    head,
    signal: undefined,
    scanTable,
    onBytes: () => undefined,
  });
  const ms = performance.now() - started;
  source.close();
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return ms;
}

function readOnce(): number {
  const started = performance.now();
  readFileSync(path);
  return performance.now() - started;
}

const bytes = writeSimulated();
const stored: number[] = [];
const imports: number[] = [];
const reads: number[] = [];
for (let round = -1; round < Number(rounds); round++) {
  const times = [await readStored(), await importOnce(), readOnce()] as const;
  if (round < 0) continue;
  stored.push(times[0]);
  imports.push(times[1]);
  reads.push(times[2]);
}
rmSync(path);
console.log(JSON.stringify({ bytes, stored, imports, reads }));
