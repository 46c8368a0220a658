/**
 * node bench/cyclingSummary.mjs [--rows 1000000] [--rounds 5]
 *
 * How long the cycling summary of a run takes beside the import of its file: with half cycles of an hour at a row a
 * second, and with short ones of three minutes. The summary is to stay below a tenth of the import.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { EXPORTS, writeExport } from './generateExports.mjs';
import { median } from './median.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-summary');
const ROWS_PER_HALF = [3600, 180];
const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' } },
});

function benchOne(folder, kind, rowsPerHalf) {
  const path = join(folder, `${kind}-${rowsPerHalf}.txt`);
  writeExport(path, { kind, rows: Number(options.rows), seed: 20240920, rowsPerHalf });
  const rounds = JSON.parse(
    execFileSync('node', [join(OUT, 'cyclingSummary.mjs'), path, options.rounds], { maxBuffer: 1e8 }),
  );
  rmSync(path);
  return {
    file: EXPORTS[kind].title,
    'half cycles': rounds[0].halfCycles,
    'import ms (median)': Math.round(median(rounds.map(({ import_ms }) => import_ms))),
    'summary ms (median)': Math.round(median(rounds.map(({ summary_ms }) => summary_ms))),
    'summary / import': median(rounds.map(({ summary_ms, import_ms }) => summary_ms / import_ms)).toFixed(3),
    allowed: '0.100',
  };
}

await buildBench(OUT, ['cyclingSummary.ts']);
const folder = mkdtempSync(join(tmpdir(), 'amalgam-summary-'));
try {
  console.log(`The cycling summary of ${options.rows} simulated rows beside their import, one thread`);
  const kinds = Object.keys(EXPORTS);
  console.table(kinds.flatMap((kind) => ROWS_PER_HALF.map((rows) => benchOne(folder, kind, rows))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
