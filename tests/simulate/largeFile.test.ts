import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeLargeFile, type LargeFormat } from './largeFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'amalgam-large-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const FORMATS: readonly LargeFormat[] = ['mpt', 'neware', 'arbin'];

test.each(FORMATS)(
  'a %s file ends within one block of the size asked for, at the end of a line',
  async (format) => {
    const path = join(folder, `${format}.txt`);
    const written = await writeLargeFile(path, { format, bytes: 3e6 });
    expect(statSync(path).size).toBe(written);
    expect(written).toBeGreaterThanOrEqual(3e6);
    expect(written).toBeLessThan(3e6 + 70_000);
    expect(readFileSync(path).at(-1)).toBe(10);
  },
);

test('rows can be counted instead of bytes', async () => {
  const path = join(folder, 'rows.csv');
  await writeLargeFile(path, { format: 'neware', wave: { rows: 1234 } });
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(1235);
});
