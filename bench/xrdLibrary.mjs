/**
 * node bench/xrdLibrary.mjs [--rounds 7] [--seed 700000]
 *
 * Identifies simulated patterns (3001 points) among the whole library, as a worker of the application does: the first
 * pattern of a new process, which computes the patterns of all phases and is not compiled yet, and twelve that follow.
 * Wanted: below 500 ms.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { startCommandProcess } from './commandProcess.mjs';
import { median } from './median.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-library');
const FOLLOWING = 12;
/** Those between are still being compiled. */
const WARM_FROM = 4;
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, seed: { type: 'string', default: '700000' } },
});
const [ROUNDS, SEED] = [Number(options.rounds), Number(options.seed)];

await buildBench(OUT, ['xrdLibrary.ts']);
const [first, warm] = [[], []];
for (let round = 0; round < ROUNDS; round += 1) {
  const worker = startCommandProcess('node', [`${OUT}/xrdLibrary.mjs`]);
  const times = [];
  for (let i = 0; i <= FOLLOWING; i += 1)
    times.push(await worker.ask({ seed: SEED + round * (FOLLOWING + 1) + i }));
  worker.end();
  first.push(times[0]);
  warm.push(...times.slice(WARM_FROM));
}

function row(what, times) {
  const elapsed = times.map(({ ms }) => ms);
  return {
    pattern: what,
    'ms (median, below 500)': Math.round(median(elapsed)),
    'slowest ms': Math.round(Math.max(...elapsed)),
    'processor ms (median)': Math.round(median(times.map(({ processor_ms }) => processor_ms))),
  };
}

console.log(`identification among ${first[0].crystals} structures, ${ROUNDS} processes`);
console.table([row('first of a process', first), row('warm', warm)]);
