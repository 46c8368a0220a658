import { expect, test } from 'vitest';
import type { JobReply, JobRequest, JobSlice } from '#jobs/jobMessages.ts';
import { placeSlice, withLargeArrays } from '#jobs/slicedArrays.ts';
import type { ColumnValues } from '#core/columnValues.ts';
import { createWebRunner, type JobWorker } from '#jobs/webRunner.ts';

/** A worker that answers when it is told to. */
class ManualWorker implements JobWorker {
  readonly requests: JobRequest[] = [];
  readonly slices: JobSlice[] = [];
  onSlice: (() => void) | null = null;
  ended = false;
  onmessage: ((event: { readonly data: JobReply }) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;

  postMessage(message: JobRequest | JobSlice): void {
    if (!('slice' in message)) {
      this.requests.push(message);
      return;
    }
    this.slices.push(structuredClone(message));
    this.onSlice?.();
  }

  terminate(): void {
    this.ended = true;
  }

  answer(): void {
    const id = this.requests.at(-1)?.id ?? 0;
    this.onmessage?.({
      data: { id, ok: true, result: { pyramid: { length: id, levels: [] }, timeIsSorted: true } },
    });
  }
}

function setUp() {
  const workers: ManualWorker[] = [];
  const runner = createWebRunner(() => {
    const worker = new ManualWorker();
    workers.push(worker);
    return worker;
  });
  const request = { time_s: new Float64Array(), voltage_V: new Float64Array() };
  return {
    workers,
    runner,
    run: (signal?: AbortSignal) => runner.run('voltageTrace', request, signal ? { signal } : {}),
  };
}

test('gives the worker one job at a time, in order', async () => {
  const { workers, run } = setUp();
  const first = run();
  const second = run();
  expect(workers[0]?.requests).toHaveLength(1);
  workers[0]?.answer();
  await first;
  expect(workers[0]?.requests).toHaveLength(2);
  workers[0]?.answer();
  expect((await second).pyramid.length).toBe(2);
});

test('ends the worker of a cancelled job and goes on with the next in a new one', async () => {
  const { workers, run } = setUp();
  const cancel = new AbortController();
  const cancelled = run(cancel.signal);
  const next = run();
  cancel.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]?.ended).toBe(true);
  workers[1]?.answer();
  await expect(next).resolves.toMatchObject({ timeIsSorted: true });
});

test('takes back a job that waits without ending the worker', async () => {
  const { workers, run } = setUp();
  const first = run();
  const cancel = new AbortController();
  const waiting = run(cancel.signal);
  cancel.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]?.ended).toBe(false);
  workers[0]?.answer();
  await first;
});

test('refuses a job whose signal has fired already', async () => {
  const { workers, run } = setUp();
  await expect(run(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers).toHaveLength(0);
});

test('sends long columns ahead in slices, keeps its own, and the worker has them whole', async () => {
  const { workers, runner } = setUp();
  const time_s = Float64Array.from({ length: 1_200_000 }, (_, i) => i / 7);
  const voltage_V = new Float64Array(1_000).fill(3.3);
  const running = runner.run('voltageTrace', { time_s, voltage_V });
  await expect.poll(() => workers[0]?.requests.length).toBe(1);
  const [worker] = workers;
  expect(worker?.slices.length).toBeGreaterThan(1);
  const arrays: ColumnValues[] = [];
  for (const { slice } of worker?.slices ?? []) placeSlice(arrays, slice);
  const arrived = withLargeArrays(worker?.requests[0]?.request, arrays) as { time_s: Float64Array };
  expect(arrived).toMatchObject({ voltage_V });
  expect(arrived.time_s.length).toBe(1_200_000);
  expect(arrived.time_s.findIndex((value, i) => value !== i / 7)).toBe(-1);
  expect(time_s.length).toBe(1_200_000);
  worker?.answer();
  await running;
});

test('stops sending when the job is cancelled', async () => {
  const { workers, runner } = setUp();
  const cancel = new AbortController();
  const request = { time_s: new Float64Array(4_000_000), voltage_V: new Float64Array() };
  const running = runner.run('voltageTrace', request, { signal: cancel.signal });
  const [worker] = workers;
  if (worker)
    worker.onSlice = () => {
      cancel.abort();
    };
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(workers[0]?.requests).toEqual([]);
  expect(workers[0]?.slices).toHaveLength(1);
});
