/** A batch of simulated spectra on a pool of worker threads, as `amalgam eis fit --batch` runs it. A request a line. */
import { createInterface } from 'node:readline';
import { createNodePool } from '#jobs/nodePool.ts';
import { runBatch } from '#jobs/runBatch.ts';
import { failedBatchItem, type BatchItem, type BatchRequest } from '#core/eis/batchItem.ts';
import { createRandom } from '../tests/simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../tests/simulate/relaxations.ts';

interface Request {
  readonly workers: number;
  readonly spectra: number;
}

const WORKER = new URL('./nodeWorker.mjs', import.meta.url);

/** Two arcs, each spectrum with noise of its own. */
function requestOf(seed: number): BatchRequest {
  const at = (f: number) => {
    const fast = relaxationImpedance({ r_ohm: 35, tau_s: 3e-4, a: 0.88, b: 1 }, f);
    const slow = relaxationImpedance({ r_ohm: 60, tau_s: 3e-2, a: 0.82, b: 1 }, f);
    return { re: 4 + fast.re + slow.re, im: fast.im + slow.im };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 });
  const spectrum = noisySpectrum(at, sweep, { noise: 0.005, random: createRandom(seed) });
  return { spectrum, options: { steps: ['kramersKronig', 'drt', 'fit'] } };
}

async function answer({ workers, spectra }: Request): Promise<object> {
  const pool = createNodePool({ worker: WORKER, size: workers });
  const run = async (count: number) => {
    const items: BatchItem[] = [];
    await runBatch(
      Array.from({ length: count }, (_, seed) => requestOf(seed + 1)),
      {
        workers,
        signal: new AbortController().signal,
        compute: (request) => pool.run('batchItem', request),
        failed: failedBatchItem,
        onResult: (item, index) => {
          items[index] = item;
        },
      },
    );
    return items;
  };
  await run(4 * workers);
  const before = performance.now();
  const items = await run(spectra);
  const ms = performance.now() - before;
  await pool.close();
  const problems = items.filter((item) => item.problems.length > 0).length;
  return { ms, problems, chiSquared: items.map(({ fit }) => fit?.chiSquared_modulus ?? null) };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line) as Request)));
}
