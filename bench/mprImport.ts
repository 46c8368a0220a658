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

interface Cost {
  readonly ms: number;
  /** Time of all processors, the system's own included: other work on the machine hardly changes it. */
  readonly processor_ms: number;
}

async function costOf(work: () => unknown): Promise<Cost> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, processor_ms: (user + system) / 1000 };
}

/** Only what the file stores, without the columns that the text export has besides. */
async function readStored(): Promise<void> {
  const source = fileSource(path);
  const found = await readMprModules(source);
  const data = found.ok ? found.modules.find(({ name }) => name === 'VMP data') : undefined;
  if (!data) throw new Error('no data module');
  const head = await source.read(data.start, data.start + DATA_HEAD_BYTES);
  const outcome = parseDataLayout(data, head);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  await readMprColumns(source, outcome.layout, { signal: undefined, onBytes: () => undefined });
  source.close();
}

/** As the program reads a file; `whole` also computes the derived columns, which otherwise wait until asked for. */
async function importOnce(whole: boolean): Promise<void> {
  const source = fileSource(path);
  const head = await readHead(source);
  const outcome = await biologicMpr.parse({
    source,
    head,
    signal: undefined,
    scanTable,
    onBytes: () => undefined,
  });
  source.close();
  if (!outcome.ok) throw new Error(outcome.problem.code);
  if (!whole) return;
  // A derived column is computed by the first look at its values.
  for (const { columns } of outcome.datasets)
    if (columns.some(({ values }) => values.length === 0)) throw new Error('no rows');
}

const bytes = writeSimulated();
const contestants = {
  stored: readStored,
  imports: () => importOnce(false),
  whole: () => importOnce(true),
  reads: () => readFileSync(path),
};
const costs: Record<keyof typeof contestants, Cost[]> = { stored: [], imports: [], whole: [], reads: [] };
for (let round = -1; round < Number(rounds); round++) {
  for (const name of ['stored', 'imports', 'whole', 'reads'] as const) {
    const cost = await costOf(contestants[name]);
    if (round >= 0) costs[name].push(cost);
  }
}
rmSync(path);
console.log(JSON.stringify({ bytes, ...costs }));
