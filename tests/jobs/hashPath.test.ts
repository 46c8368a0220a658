import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hashPath } from '#jobs/hashPath.ts';

const folder = mkdtempSync(join(tmpdir(), 'amalgam-hash-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the hash of a file that others read', () => {
  test('is SHA-256 as FIPS 180-2 gives it for "abc" and for nothing', async () => {
    expect(await hashPath({ path: fileOf('abc', 'abc') })).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await hashPath({ path: fileOf('empty', '') })).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test('is the same over many pieces and an odd last one', async () => {
    const text = '0123456789'.repeat(250_001);
    expect(await hashPath({ path: fileOf('long', text) })).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
  });

  test('rejects for a file that is not there, and when it is cancelled', async () => {
    await expect(hashPath({ path: join(folder, 'gone') })).rejects.toThrow('file-missing');
    const signal = AbortSignal.abort();
    await expect(hashPath({ path: fileOf('stopped', 'abc') }, { signal })).rejects.toThrow('aborted');
  });
});
