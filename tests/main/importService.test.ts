import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { ReadInWorker } from '../../src/main/importService.ts';
import { createImportService } from '../../src/main/importService.ts';
import { createReadInWorker } from '../../src/main/readInWorker.ts';

/** A worker that reads for ever, until its signal fires. */
const endless: ReadInWorker = (_, { signal }) =>
  new Promise((_done, fail) => {
    signal.addEventListener('abort', () => {
      fail(new DOMException('ended', 'AbortError'));
    });
  });
const quiet = () => undefined;

test('cancelling a run ends that run alone', async () => {
  const imports = createImportService(endless);
  const first = imports.importFile({ run: '1', path: 'a', onProgress: quiet });
  const second = imports.importFile({ run: '2', path: 'b', onProgress: quiet });
  imports.cancel('1');
  await expect(first).rejects.toThrow('ended');
  const still = await Promise.race([second.catch(() => 'ended'), Promise.resolve('running')]);
  expect(still).toBe('running');
  imports.cancelAll();
  await expect(second).rejects.toThrow('ended');
});

test('a name can be used again when its run is over, not before', async () => {
  const imports = createImportService(endless);
  const first = imports.importFile({ run: '1', path: 'a', onProgress: quiet });
  await expect(imports.importFile({ run: '1', path: 'a', onProgress: quiet })).rejects.toThrow(
    'already running',
  );
  imports.cancel('1');
  await expect(first).rejects.toThrow('ended');
  const again = imports.importFile({ run: '1', path: 'a', onProgress: quiet });
  imports.cancel('1');
  await expect(again).rejects.toThrow('ended');
});

test('cancelling what does not run is no error', () => {
  expect(() => {
    createImportService(endless).cancel('none');
  }).not.toThrow();
});

test.each([
  ['throws outside its task', "throw new Error('out of memory');", 'out of memory'],
  ['ends itself', 'process.exit(9);', 'code 9'],
])(
  'a worker that %s answers its import with an error, and the next import is read',
  async (_, fall, said) => {
    const folder = await mkdtemp(join(tmpdir(), 'amalgam-worker-'));
    const worker = join(folder, 'worker.mjs');
    const answer =
      "parentPort.postMessage({ kind: 'done', result: { ok: false, problem: { code: 'empty-file' } } });";
    await writeFile(
      worker,
      `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ request }) => { if (request.path === 'bad') { ${fall} } ${answer} });`,
    );
    const imports = createImportService(createReadInWorker(pathToFileURL(worker)));
    await expect(imports.importFile({ run: '1', path: 'bad', onProgress: quiet })).rejects.toThrow(said);
    await expect(imports.importFile({ run: '1', path: 'good', onProgress: quiet })).resolves.toMatchObject({
      ok: false,
    });
    await rm(folder, { recursive: true, force: true });
  },
);
