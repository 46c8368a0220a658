import { expect, test } from 'vitest';
import { computeBatchItem, failedBatchItem, type BatchItem } from '#core/eis/batchItem.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { runBatch } from '#jobs/runBatch.ts';
import { createRandom } from '../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../simulate/relaxations.ts';

const parsed = parseCircuit('R0-p(R1,CPE1)');
if (!parsed.ok) throw new Error('a circuit that cannot be read');
const options = { steps: ['kramersKronig', 'drt', 'fit'], circuit: parsed.circuit } as const;

/** 10 Ω and an arc of 100 Ω, each with noise of its own. */
function simulated(seed: number): Spectrum {
  const at = (f: number) => {
    const { re, im } = relaxationImpedance({ r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 }, f);
    return { re: re + 10, im };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e5, stop_Hz: 1, points: 31 });
  return noisySpectrum(at, sweep, { noise: 0.005, random: createRandom(seed) });
}

const SPECTRA = [1, 2, 3, 4, 5, 6].map(simulated);
const TOO_SHORT: Spectrum = {
  frequency_Hz: Float64Array.of(1),
  zRe_ohm: Float64Array.of(1),
  zIm_ohm: Float64Array.of(0),
};

interface Run {
  readonly workers: number;
  readonly kept?: Map<number, BatchItem>;
  readonly signal?: AbortSignal;
  readonly onEach?: (finished: number) => void;
}

/** What a host does: computes what is not kept yet, and keeps each result as it comes. */
async function run({ workers, kept = new Map(), signal, onEach }: Run) {
  const missing = SPECTRA.flatMap((spectrum, at) => (kept.has(at) ? [] : [{ spectrum, at }]));
  const isComplete = await runBatch(missing, {
    workers,
    signal: signal ?? new AbortController().signal,
    compute: async ({ spectrum, at }) => {
      // Requests overtake each other.
      await new Promise((resolve) => setTimeout(resolve, (7 * at) % 5));
      return computeBatchItem({ spectrum, options });
    },
    failed: failedBatchItem,
    onResult: (item, index) => {
      kept.set(missing[index]?.at ?? -1, item);
      onEach?.(kept.size);
    },
  });
  return { kept, isComplete };
}

const inOrder = (kept: ReadonlyMap<number, BatchItem>) => [...kept].sort(([a], [b]) => a - b);

test('the order and the number of workers change nothing', async () => {
  const one = await run({ workers: 1 });
  const four = await run({ workers: 4 });
  expect(one.isComplete && four.isComplete).toBe(true);
  expect(inOrder(four.kept)).toEqual(inOrder(one.kept));
});

test('a cancelled batch keeps what is finished, and going on gives what an undisturbed run gives', async () => {
  const controller = new AbortController();
  const broken = await run({
    workers: 2,
    signal: controller.signal,
    onEach: (finished) => {
      if (finished === 3) controller.abort();
    },
  });
  expect(broken.isComplete).toBe(false);
  expect(broken.kept.size).toBeGreaterThanOrEqual(3);
  expect(broken.kept.size).toBeLessThan(SPECTRA.length);
  const resumed = await run({ workers: 2, kept: new Map(broken.kept) });
  expect(resumed.isComplete).toBe(true);
  expect(inOrder(resumed.kept)).toEqual(inOrder((await run({ workers: 1 })).kept));
});

test('a failed spectrum is listed with its problem and the others are finished', async () => {
  const results: BatchItem[] = [];
  const spectra = [simulated(1), TOO_SHORT, null, simulated(2)];
  const isComplete = await runBatch(spectra, {
    workers: 2,
    signal: new AbortController().signal,
    compute: (spectrum) =>
      spectrum
        ? Promise.resolve(computeBatchItem({ spectrum, options }))
        : Promise.reject(new Error('The worker ended with code 3.\nstack')),
    failed: failedBatchItem,
    onResult: (item, index) => {
      results[index] = item;
    },
  });
  expect(isComplete).toBe(true);
  expect(results.map(({ problems }) => problems)).toEqual([
    [],
    [{ code: 'too-few-points', points: 1, needed: 8 }],
    [{ code: 'worker-failed', reason: 'The worker ended with code 3.' }],
    [],
  ]);
  // 10 Ω and 100 Ω are what was simulated; the noise is 0.5 %.
  for (const at of [0, 3]) {
    const values = new Map(results[at]?.fit?.parameters.map(({ name, value }) => [name, value]));
    expect(Math.abs((values.get('R0') ?? 0) - 10)).toBeLessThan(0.5);
    expect(Math.abs((values.get('R1') ?? 0) - 100)).toBeLessThan(2);
    expect(results[at]?.kramersKronig?.valid).toBe(true);
    expect(results[at]?.drt?.peaks).not.toHaveLength(0);
  }
});

test('no more requests are under way than there are workers, and none begins after the cancel', async () => {
  const controller = new AbortController();
  let underWay = 0;
  let most = 0;
  let begun = 0;
  await runBatch(Array.from({ length: 20 }), {
    workers: 3,
    signal: controller.signal,
    compute: async () => {
      begun += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      if (begun >= 9) controller.abort();
      return 0;
    },
    failed: () => 0,
    onResult: () => undefined,
  });
  expect(most).toBe(3);
  expect(begun).toBeLessThan(13);
});
