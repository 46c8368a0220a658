/** The pool with a worker of the test's own, which speaks the pool's protocol and dies when it is asked to. */
import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { createNodePool } from '#jobs/nodePool.ts';
import { runFiles } from '../../src/cli/runFiles.ts';

const WORKER = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ kind, request, scanners }) => {
  if (kind !== 'run' || request.path === 'never') return;
  if (request.spare) parentPort.postMessage({ kind: 'done', result: request.spare }, request.spare);
  else if (request.path.startsWith('dies')) process.exit(3);
  else if (request.path.startsWith('fails')) parentPort.postMessage({ kind: 'failed', message: 'broken', stack: '' });
  else parentPort.postMessage({ kind: 'done', result: { path: request.path, scanners } });
});`;
const worker = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`);

const pathAt = (i: number) => (i % 50 === 7 ? `dies ${i}` : i % 50 === 8 ? `fails ${i}` : `file ${i}`);

test(
  'two hundred files end, each with its own answer, though some workers die',
  { timeout: 20_000 },
  async () => {
    const paths = Array.from({ length: 200 }, (_, i) => pathAt(i));
    const results = await runFiles(
      'inspect',
      paths.map((path) => ({ path })),
      new AbortController().signal,
      { worker, failed: ({ path }, problem) => ({ path, problem }) as never },
    );
    expect(results).toHaveLength(200);
    results.forEach((result, i) => {
      const path = pathAt(i);
      const problem = path.startsWith('file') ? {} : { problem: { code: 'worker-failed' } };
      expect(result).toMatchObject({ path, ...problem });
    });
  },
);

test('one file may be shared by as many workers as there are cores, one of many by none', async () => {
  const pool = createNodePool({ worker, size: 2, cores: 2 });
  const run = (path: string) => pool.run('inspect', { path });
  expect(await run('a')).toMatchObject({ scanners: 2 });
  expect(await Promise.all([run('a'), run('b'), run('c')])).toMatchObject([{}, { scanners: 1 }, {}]);
  await pool.close();
});

test('a worker that does not stop is ended within a second of the cancellation', async () => {
  const pool = createNodePool({ worker, size: 1 });
  const controller = new AbortController();
  const endless = pool.run('inspect', { path: 'never' }, { signal: controller.signal });
  const waits = new AbortController();
  const waiting = pool.run('inspect', { path: 'file' }, { signal: waits.signal });
  waits.abort();
  await expect(waiting).rejects.toThrow('cancelled');
  const started = performance.now();
  controller.abort();
  await expect(endless).rejects.toThrow('cancelled');
  expect(performance.now() - started).toBeLessThan(2000);
  expect(await pool.run('inspect', { path: 'next' })).toMatchObject({ path: 'next' });
  await pool.close();
});

test('listens once for a cancellation that two hundred tasks share, and it ends those that run and those that wait', async () => {
  const pool = createNodePool({ worker, size: 2 });
  const { signal, abort } = abortable();
  const done = Array.from({ length: 100 }, (_, i) => pool.run('inspect', { path: `file ${i}` }, { signal }));
  await Promise.all(done);
  const endless = Array.from({ length: 100 }, () => pool.run('inspect', { path: 'never' }, { signal }));
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  abort();
  const ends = await Promise.allSettled(endless);
  expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'rejected'));
  await pool.close();
});

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort();
    },
  };
}

test('spare buffers are handed over: the owner keeps none of them, the worker has their bytes', async () => {
  const pool = createNodePool({ worker, size: 1 });
  const spare = [Float64Array.of(1, 2).buffer, Float64Array.of(3).buffer];
  const request = { path: 'spare', layout: {} as never, spare };
  const answer: unknown = await pool.run('scan', request, { transfer: spare });
  expect(spare.map(({ byteLength }) => byteLength)).toEqual([0, 0]);
  expect((answer as ArrayBuffer[]).map((buffer) => [...new Float64Array(buffer)])).toEqual([[1, 2], [3]]);
  await pool.close();
});
