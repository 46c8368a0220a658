/** Verdicts on simulated patterns, from as many processes as asked. */
import { resolve } from 'node:path';
import { buildBench } from './buildBench.mjs';
import { startCommandProcess } from './commandProcess.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-xrd');
const BATCH = 20;
const PROGRESS_EVERY = 10;

export const buildVerdicts = () => buildBench(OUT, ['xrdIdentify.ts']);

/** Of the patterns of `count` seeds from `seed` on; `settings` go to each request. Call buildVerdicts before. */
export async function simulatedVerdicts({ seed: first, count, workers, ...settings }) {
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, i) => first + i * BATCH);
  const all = [];
  const work = async () => {
    const worker = startCommandProcess('node', [`${OUT}/xrdIdentify.mjs`]);
    for (let seed = batches.shift(); seed !== undefined; seed = batches.shift()) {
      const own = Math.min(BATCH, first + count - seed);
      all.push(...(await worker.ask({ seed, count: own, ...settings })));
      if (all.length % (BATCH * PROGRESS_EVERY) === 0)
        process.stderr.write(`${all.length} of ${count} patterns\n`);
    }
    worker.end();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return all;
}

export const share = (part, whole) => `${part} of ${whole}, ${((100 * part) / whole).toFixed(2)} %`;
