/**
 * npm run bench [-- --rows 1000000 --rounds 7 --keep]
 *
 * Text import beside pandas: exports of a million simulated rows are generated from a seed, then read in interleaved
 * rounds by our scanner on one thread, by our scanner on two workers and by the pandas C engine, each in a process of
 * its own that has read every file once before (warm). A ratio is the median of pandas' time over ours, round by
 * round. Then every number is compared with Number(text), and a fresh process reads each file once for its peak
 * memory. The bundle is built from the sources on each run.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { memoryOf, startCommandProcess } from './commandProcess.mjs';
import { EXPORTS, writeExport } from './generateExports.mjs';
import { findPandas } from './peers.mjs';

const SEED = 20240920;
const MEMORY_ALLOWANCE = 150e6;
const OUT = resolve(import.meta.dirname, '../out/bench');

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    keep: { type: 'boolean', default: false },
  },
});

async function buildImporter() {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: ['importer', 'mprImport'].map((name) => resolve(import.meta.dirname, `${name}.ts`)),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return join(OUT, 'importer.mjs');
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Interleaved rounds: each contestant once a round, the order turning, so that drift of the machine hits all. */
async function race(contestants, requestOf) {
  const times = contestants.map(() => []);
  for (let round = -1; round < Number(options.rounds); round++) {
    for (let k = 0; k < contestants.length; k++) {
      const i = (k + round + 1) % contestants.length;
      const { ms } = await contestants[i].process.ask(requestOf(contestants[i]));
      if (round >= 0) times[i].push(ms);
    }
  }
  return times;
}

/** Peak memory of one read in a fresh process, above the same process before it. */
async function peakMemory(importer, request) {
  const child = startCommandProcess('node', [importer]);
  await child.ask({ ...request, path: request.smallPath });
  const idle = memoryOf(child.pid, 'VmRSS');
  const { columnBytes } = await child.ask(request);
  const peak = memoryOf(child.pid, 'VmHWM');
  child.end();
  return idle === null || peak === null ? null : { above: peak - idle, columnBytes };
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(0);

async function benchText(kind, { importer, pandas, folder }) {
  const path = join(folder, `${kind}.txt`);
  const smallPath = join(folder, `${kind}.small.txt`);
  writeExport(path, { kind, rows: Number(options.rows), seed: SEED });
  writeExport(smallPath, { kind, rows: 1000, seed: SEED });
  const size = statSync(path).size;
  const ours = [1, 2].map((workers) => ({ workers, process: startCommandProcess('node', [importer]) }));
  const peer = pandas
    ? [{ process: startCommandProcess(pandas.python, [join(import.meta.dirname, 'pandasImport.py')]) }]
    : [];
  const times = await race([...ours, ...peer], ({ workers = 1 }) => ({ path, kind, workers }));
  const { wrong, rejected } = await ours[0].process.ask({ path, kind, workers: 1, verify: true });
  for (const contestant of [...ours, ...peer]) contestant.process.end();
  const ratio = (i) =>
    times[2] ? median(times[2].map((ms, round) => ms / times[i][round])).toFixed(2) : '–';
  const rows = [];
  for (const i of [0, 1]) {
    const memory = await peakMemory(importer, { path, smallPath, kind, workers: i + 1 });
    const limit = memory && memory.columnBytes + MEMORY_ALLOWANCE;
    rows.push({
      file: `${EXPORTS[kind].title} (${megabytes(size)} MB)`,
      workers: i + 1,
      'ms (median)': Math.round(median(times[i])),
      'MB/s': (size / 1e3 / median(times[i])).toFixed(0),
      'pandas ms': times[2] ? Math.round(median(times[2])) : '–',
      '× pandas': ratio(i),
      'wrong doubles': `${wrong.wrong} of ${wrong.compared}`,
      'rows lost': rejected,
      'peak MB above idle': memory ? megabytes(memory.above) : '–',
      'allowed MB': limit ? megabytes(limit) : '–',
    });
  }
  return rows;
}

/** `.mpr` to columns against reading the bare file, all in one warm process, in turn. */
function benchBinary(folder) {
  const args = [join(OUT, 'mprImport.mjs'), join(folder, 'simulated.mpr'), '4000000', options.rounds];
  const { bytes, stored, imports, reads } = JSON.parse(execFileSync('node', args).toString());
  return [
    { columns: '15 that the file stores', times: stored },
    { columns: 'all 25, derived ones included', times: imports },
  ].map(({ columns, times }) => ({
    file: `.mpr, 4e6 rows (${megabytes(bytes)} MB)`,
    columns,
    'ms (median)': Math.round(median(times)),
    'MB/s': (bytes / 1e3 / median(times)).toFixed(0),
    'readFile ms': Math.round(median(reads)),
    '× readFile': median(reads.map((ms, round) => ms / times[round])).toFixed(2),
  }));
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
const pandas = findPandas();
const importer = await buildImporter();
const folder = mkdtempSync(join(tmpdir(), 'amalgam-bench-'));
try {
  const load = loadavg()[0].toFixed(1);
  console.log(
    `commit ${commit}, Node ${process.versions.node}, ${cpus().length} cores, load ${load} at the start`,
  );
  console.log(
    `pandas ${pandas?.version ?? 'missing'}; ${options.rows} rows, ${options.rounds} rounds, seed ${SEED}`,
  );
  const table = [];
  for (const kind of Object.keys(EXPORTS))
    table.push(...(await benchText(kind, { importer, pandas, folder })));
  console.table(table);
  console.table(benchBinary(folder));
} finally {
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
}
