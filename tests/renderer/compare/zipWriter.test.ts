import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createZipWriter } from '../../../src/renderer/views/compare/zipWriter.ts';

async function* pieces(): AsyncGenerator<string> {
  yield 'time (h),voltage (V)\r\n';
  await Promise.resolve();
  yield '0,−0.01\r\n';
}

async function written(): Promise<Uint8Array> {
  const zip = createZipWriter();
  await zip.add('profiles.csv', pieces());
  zip.store('figure.pdf', Uint8Array.of(1, 2, 3));
  await zip.add('empty.txt', []);
  return zip.end();
}

test('another program reads what was written piece by piece, and the same members give the same bytes', async () => {
  const bytes = await written();
  const members = unzipSync(bytes);
  expect(Object.keys(members)).toEqual(['profiles.csv', 'figure.pdf', 'empty.txt']);
  expect(strFromU8(members['profiles.csv'] ?? new Uint8Array())).toBe('time (h),voltage (V)\r\n0,−0.01\r\n');
  expect([...(members['figure.pdf'] ?? [])]).toEqual([1, 2, 3]);
  expect(members['empty.txt']).toHaveLength(0);
  expect(await written()).toEqual(bytes);
});
