/** Binary import as the bench measures it: one warm process that reads a simulated `.mpr` and the bare file in turn. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readHead } from '#core/import/readHead.ts';
import { biologicMpr } from '#core/import/formats/biologic/biologicMpr.ts';
import { scanTable } from '#core/import/text/scanTable.ts';
import { record, writeMpr } from '../tests/core/import/formats/biologic/writeMpr.ts';
import { fileSource } from './fileSource.ts';

const [path = '', rows = '4000000', rounds = '7'] = process.argv.slice(2);

/** Flags, time, voltage and current: 17 bytes a row. */
function writeSimulated(): number {
  const one = record(0x05, 0, 0.04, 5);
  const bytes = Buffer.alloc(one.length * Number(rows));
  for (let i = 0; i < Number(rows); i++) {
    bytes.set(one, i * one.length);
    bytes.writeDoubleLE(i * 0.5, i * one.length + 1);
  }
  const shape = {
    layout: 'old',
    dataVersion: 3,
    ids: [1, 4, 6, 8],
    records: [bytes],
    declaredRows: Number(rows),
  } as const;
  const file = writeMpr(shape);
  writeFileSync(path, file);
  return file.length;
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
const imports: number[] = [];
const reads: number[] = [];
for (let round = -1; round < Number(rounds); round++) {
  const times = [await importOnce(), readOnce()] as const;
  if (round < 0) continue;
  imports.push(times[0]);
  reads.push(times[1]);
}
rmSync(path);
console.log(JSON.stringify({ bytes, imports, reads }));
