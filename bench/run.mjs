/**
 * npm run bench [-- --rows 1000000 --rounds 7 --keep | --quick | --huge megabytes]
 *
 * Text import beside pandas: exports of a million simulated rows are generated from a seed, then read in interleaved
 * rounds by our scanner on one thread and on two workers, by the whole import (recognition, SHA-256, checks), by the
 * scanner without WebAssembly, and by the pandas C engine, each in a process of its own that has read the file once
 * before (warm). A ratio is the median of pandas' time over ours, round by round; the one of processor time says more
 * on a machine that does other work besides. Then every number is compared with Number(text), and a fresh process reads each file once for its peak
 * memory. A whole import hashes on a thread of its own beside those that scan. The bundle is built from the sources on each run. --quick: 200 000 rows, 3 rounds. --huge: only the peak
 * memory and the time of one simulated file of so many megabytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { memoryOf, startCommandProcess } from './commandProcess.mjs';
import { EXPORTS, writeExport, writeLongExport } from './generateExports.mjs';
import { median } from './median.mjs';
import { findPeer } from './peers.mjs';

const SEED = 20240920;
const MEMORY_ALLOWANCE = 150e6;
const OUT = resolve(import.meta.dirname, '../out/bench');

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    huge: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const ROWS = Number(options.rows ?? (options.quick ? 200_000 : 1_000_000));
const ROUNDS = Number(options.rounds ?? (options.quick ? 3 : 7));

/** How a text file is read; a name of the table, workers beside the main thread and the way importer.ts knows. */
const WAYS = [
  { name: 'scan, 1 thread', workers: 1, way: 'scan' },
  { name: 'scan, 2 workers', workers: 2, way: 'scan' },
  { name: 'whole import, 1 thread', workers: 1, way: 'import' },
  { name: 'whole import, 2 workers', workers: 2, way: 'import' },
  { name: 'scan without WebAssembly', workers: 1, way: 'script' },
];

async function buildImporter() {
  await buildBench(OUT, ['importer.ts', 'mprImport.ts', 'thinTrace.ts']);
  return join(OUT, 'importer.mjs');
}

/** Interleaved rounds: each contestant once a round, the order turning, so that drift of the machine hits all. */
async function race(contestants, requestOf) {
  const times = contestants.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (let k = 0; k < contestants.length; k++) {
      const i = (k + round + 1) % contestants.length;
      const time = await contestants[i].process.ask(requestOf(contestants[i]));
      if (round >= 0) times[i].push(time);
    }
  }
  return times;
}

/** Peak memory of one read in a fresh process, above the same process before it. */
async function peakMemory(importer, request) {
  const child = startCommandProcess('node', [importer]);
  await child.ask({ ...request, path: request.smallPath });
  const idle = memoryOf(child.pid, 'VmRSS');
  const { columnBytes, ms, rows } = await child.ask(request);
  const peak = memoryOf(child.pid, 'VmHWM');
  child.end();
  return idle === null || peak === null ? null : { above: peak - idle, columnBytes, ms, rows };
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(0);

async function benchText(kind, { importer, pandas, folder }) {
  const path = join(folder, `${kind}.txt`);
  const smallPath = join(folder, `${kind}.small.txt`);
  writeExport(path, { kind, rows: ROWS, seed: SEED });
  writeExport(smallPath, { kind, rows: 1000, seed: SEED });
  const size = statSync(path).size;
  const ours = WAYS.map((way) => ({ ...way, process: startCommandProcess('node', [importer]) }));
  const peer = pandas
    ? [{ process: startCommandProcess(pandas.python, [join(import.meta.dirname, 'pandasImport.py')]) }]
    : [];
  const times = await race([...ours, ...peer], ({ workers, way }) => ({ path, kind, workers, way }));
  const checked = { path, kind, workers: 2, way: 'scan', verify: true };
  const { wrong, rejected } = await ours[1].process.ask(checked);
  for (const contestant of [...ours, ...peer]) contestant.process.end();
  const pandasTimes = times[WAYS.length];
  const ratio = (i, field) =>
    pandasTimes
      ? median(pandasTimes.map((time, round) => time[field] / times[i][round][field])).toFixed(2)
      : '–';
  const rows = [];
  for (const [i, { name, workers, way }] of WAYS.entries()) {
    const memory = await peakMemory(importer, { path, smallPath, kind, workers, way });
    const limit = memory && memory.columnBytes + MEMORY_ALLOWANCE;
    const ms = median(times[i].map((time) => time.ms));
    rows.push({
      file: `${EXPORTS[kind].title} (${megabytes(size)} MB)`,
      way: name,
      'ms (median)': Math.round(ms),
      'MB/s': (size / 1e3 / ms).toFixed(0),
      'pandas ms': pandasTimes ? Math.round(median(pandasTimes.map((time) => time.ms))) : '–',
      '× pandas': ratio(i, 'ms'),
      '× processor time': ratio(i, 'cpuMs'),
      'wrong doubles': way === 'scan' ? `${wrong.wrong} of ${wrong.compared}` : '',
      'rows lost': rejected,
      'peak MB above idle': memory ? megabytes(memory.above) : '–',
      'allowed MB': limit ? megabytes(limit) : '–',
    });
  }
  return rows;
}

/** One file of `size` megabytes, larger than V8's longest string where that is wanted. */
async function benchHuge(importer, folder, size) {
  const path = join(folder, 'huge.txt');
  const smallPath = join(folder, 'small.txt');
  writeLongExport(path, { bytes: size * 1e6, seed: SEED });
  writeExport(smallPath, { kind: 'arbin', rows: 1000, seed: SEED });
  const rows = [];
  for (const { name, workers, way } of WAYS.filter(({ way }) => way !== 'script')) {
    const memory = await peakMemory(importer, { path, smallPath, kind: 'arbin', workers, way });
    rows.push({
      file: `Arbin CSV, ${megabytes(statSync(path).size)} MB`,
      way: name,
      ms: Math.round(memory.ms),
      rows: memory.rows,
      'peak MB above idle': megabytes(memory.above),
      'allowed MB': megabytes(memory.columnBytes + MEMORY_ALLOWANCE),
    });
  }
  return rows;
}

/** `.mpr` to columns against reading the bare file, all in one warm process, in turn. */
function benchBinary(folder) {
  const args = [join(OUT, 'mprImport.mjs'), join(folder, 'simulated.mpr'), '4000000', String(ROUNDS)];
  const { bytes, reads, ...costs } = JSON.parse(execFileSync('node', args).toString());
  const ratio = (times, key) => median(reads.map((read, round) => read[key] / times[round][key])).toFixed(2);
  return [
    { columns: '15 that the file stores', times: costs.stored },
    { columns: 'as imported: 10 derived ones wait until asked for', times: costs.imports },
    { columns: 'all 25 computed', times: costs.whole },
  ].map(({ columns, times }) => {
    const ms = median(times.map((time) => time.ms));
    return {
      file: `.mpr, 4e6 rows (${megabytes(bytes)} MB)`,
      columns,
      'ms (median)': Math.round(ms),
      'MB/s': (bytes / 1e3 / ms).toFixed(0),
      'readFile ms': Math.round(median(reads.map((read) => read.ms))),
      '× readFile': ratio(times, 'ms'),
      '× processor time': ratio(times, 'processor_ms'),
    };
  });
}

/** What zooming costs: 1e7 points cut down to a plot of 1000 columns, from the pyramid. */
function benchZoom() {
  const { points, columns, build_ms, slices } = JSON.parse(
    execFileSync('node', [join(OUT, 'thinTrace.mjs')]).toString(),
  );
  return slices.map(({ share, median_ms, slowest_ms }) => ({
    trace: `${points.toExponential()} points to ${columns} columns`,
    window: `${100 * share} %`,
    'ms (median)': median_ms.toFixed(2),
    'slowest of 50': slowest_ms.toFixed(2),
    'pyramid, once (ms)': Math.round(build_ms),
  }));
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
const pandas = findPeer('pandas');
const importer = await buildImporter();
const folder = mkdtempSync(join(tmpdir(), 'amalgam-bench-'));
try {
  const load = loadavg()[0].toFixed(1);
  console.log(
    `commit ${commit}, Node ${process.versions.node}, ${cpus().length} cores, load ${load} at the start`,
  );
  console.log(`pandas ${pandas?.version ?? 'missing'}; ${ROWS} rows, ${ROUNDS} rounds, seed ${SEED}`);
  if (options.huge) {
    console.table(await benchHuge(importer, folder, Number(options.huge)));
  } else {
    const table = [];
    for (const kind of Object.keys(EXPORTS))
      table.push(...(await benchText(kind, { importer, pandas, folder })));
    console.table(table);
    console.table(benchBinary(folder));
    console.table(benchZoom());
  }
} finally {
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
}

if (!options.huge) {
  for (const name of ['eis.mjs', 'xrdPatterns.mjs', 'xrdLibrary.mjs', 'peakFit.mjs'])
    execFileSync('node', [join(import.meta.dirname, name), '--rounds', String(ROUNDS)], { stdio: 'inherit' });
}
