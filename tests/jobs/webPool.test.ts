import { expect, test } from 'vitest';
import type { JobReply, JobRequest, JobSlice } from '#jobs/jobMessages.ts';
import { createWebPool } from '#jobs/webPool.ts';
import type { JobWorker } from '#jobs/webRunner.ts';

class ManualWorker implements JobWorker {
  readonly requests: (JobRequest | JobSlice)[] = [];
  ended = false;
  onmessage: ((event: { readonly data: JobReply }) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;

  postMessage(message: JobRequest | JobSlice): void {
    this.requests.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(): void {
    const id = this.requests.at(-1)?.id ?? 0;
    this.onmessage?.({ data: { id, ok: true, result: null } });
  }
}

const spectrum = {
  frequency_Hz: Float64Array.of(1),
  zRe_ohm: Float64Array.of(1),
  zIm_ohm: Float64Array.of(0),
};

function setUp(size: number) {
  const workers: ManualWorker[] = [];
  const pool = createWebPool(() => {
    const worker = new ManualWorker();
    workers.push(worker);
    return worker;
  }, size);
  return { workers, run: (signal?: AbortSignal) => pool.run('zHit', { spectrum }, signal ? { signal } : {}) };
}

test('starts a worker only when one is needed, and gives the next job to the one that is free', async () => {
  const { workers, run } = setUp(3);
  const first = run();
  expect(workers).toHaveLength(1);
  void run();
  expect(workers).toHaveLength(2);
  workers[0]?.answer();
  await first;
  void run();
  expect(workers).toHaveLength(2);
  expect(workers[0]?.requests).toHaveLength(2);
});

test('ends only the worker of the job that was cancelled', async () => {
  const { workers, run } = setUp(2);
  const controller = new AbortController();
  const cancelled = run(controller.signal);
  const other = run();
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  workers[1]?.answer();
  expect(await other).toBeNull();
});
