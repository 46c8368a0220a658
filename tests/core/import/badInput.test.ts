/** Every way a file can be bad ends in a problem or in data with warnings, soon, and no row is lost uncounted. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memorySource, type ByteSource } from '#core/import/byteSource.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import {
  expectData,
  firstDataset,
  FIXTURES,
  importBytes,
  importSource,
  valuesOf,
} from '../../support/importBytes.ts';
import { runSeed, seededRandom } from '../../support/seededBytes.ts';
import { sharedFile } from '../../support/sharedData.ts';

const LONGEST_MS = 5_000;
const TITLES = 'time_s,current_A,voltage_V';

/** The code of the problem, or `data`; fails when the import takes longer than 5 s. */
async function ending(pending: Promise<ImportOutcome>): Promise<string> {
  const started = performance.now();
  const outcome = await pending;
  expect(performance.now() - started).toBeLessThan(LONGEST_MS);
  return outcome.ok ? 'data' : outcome.problem.code;
}

const warningsOf = (outcome: ImportOutcome): string[] =>
  expectData(outcome).receipt.warnings.map(({ code }) => code);

/** A source of any size whose bytes are made when they are asked for. */
function syntheticSource(prefix: string, size: number, fill: number): ByteSource {
  const start = new TextEncoder().encode(prefix);
  const read = (from: number, to: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from)).fill(fill);
    if (from < start.length) bytes.set(start.subarray(from, from + bytes.length));
    return Promise.resolve(bytes);
  };
  return { name: 'synthetic.csv', size, read, sizeNow: () => Promise.resolve(size) };
}

/** A source over a path as a host makes one: reads may fail. */
function pathSource(path: string, size: number): ByteSource {
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(to - from), 0, to - from, from);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
  return { name: 'path.csv', size, read, sizeNow: () => Promise.resolve(statSync(path).size) };
}

describe('a file without content', () => {
  test('of 0 bytes is empty', async () => {
    expect(await ending(importBytes(''))).toBe('empty-file');
  });

  test.each([
    ['a line end', '\n', 'unknown-format'],
    ['a byte order mark', '\uFEFF', 'unknown-format'],
    ['titles only', `${TITLES}\n`, 'no-data-rows'],
    ['titles without a line end', TITLES, 'no-data-rows'],
    ['titles and blank lines', `${TITLES}\n\n  \n`, 'no-data-rows'],
  ])('but %s ends in a problem', async (_, text, code) => {
    expect(await ending(importBytes(text))).toBe(code);
  });
});

describe('a file cut off', () => {
  const folder = readdirSync(FIXTURES, { recursive: true, withFileTypes: true });
  const fixtures = folder
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const small = fixtures.filter((path) => statSync(path).size < 2_000 && !path.endsWith('.md'));

  // Every byte in the long run; one byte in eight here, another one in each run.
  const step = Number(process.env['AMALGAM_CUT_STEP'] ?? 8);
  const first = runSeed() % step;

  test.each(small.map((path) => [path.slice(FIXTURES.length + 1), path]))(
    'at any byte of %s is a problem or data with no more rows than before',
    async (_, path) => {
      const bytes = readFileSync(path);
      const whole = await importBytes(bytes, path);
      const rows = whole.ok ? whole.receipt.rowsRead : 0;
      for (let length = first; length < bytes.length; length += step) {
        const outcome = await importBytes(bytes.subarray(0, length), path);
        if (outcome.ok && whole.ok)
          expect(outcome.receipt.rowsRead, `${length} bytes`).toBeLessThanOrEqual(rows);
      }
    },
  );

  test('in the middle of its last row says that the file looks unfinished, and counts the row', async () => {
    const outcome = await importBytes(`${TITLES}\n0,1,2\n1,1,2\n2,1`);
    expect(expectData(outcome).receipt).toMatchObject({ rowsRead: 2, rowsRejected: 1, complete: false });
    expect(warningsOf(outcome)).toEqual(expect.arrayContaining(['growing-file', 'rows-rejected']));
  });

  test('anywhere in a real .mpr is a problem or data, never a throw', async ({ skip }) => {
    const path = sharedFile('biologic/battery-data-format/GCPL-0.mpr');
    if (!path) return skip('no real files on this machine');
    const bytes = readFileSync(path);
    const codes = new Set<string>();
    for (let length = 0; length < bytes.length; length += 37) {
      codes.add(await ending(importBytes(bytes.subarray(0, length), 'cut.mpr')));
    }
    expect(codes.size).toBeGreaterThan(1);
  });
});

describe('a file of the wrong kind', () => {
  test('of random bytes is a problem', async () => {
    const random = seededRandom(runSeed());
    for (let n = 0; n < 200; n++) {
      const bytes = Uint8Array.from({ length: 1 + random.below(5_000) }, () => random.below(256));
      expect(await ending(importBytes(bytes, 'random.mpr'))).not.toBe('data');
    }
  });

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'known-unsupported'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'known-unsupported'],
    ['an Access database', Buffer.from('\0\x01\0\0Standard Jet DB\0', 'latin1'), 'known-unsupported'],
    ['a Neware binary', Buffer.from('NEWARE\0\0\0\0'), 'known-unsupported'],
    ['a Gamry header without data', Buffer.from('EXPLAIN\r\nTAG\tCV\r\n'), 'truncated'],
    ['a Maccor file', Buffer.from("Today's Date 01/02/2026\r\nRec#\tCyc#\tStep\r\n"), 'known-unsupported'],
    ['JSON', Buffer.from('{"time_s": [0, 1]}'), 'unknown-format'],
    ['prose', Buffer.from('The cell was opened in the glove box.\n'), 'unknown-format'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect(await ending(importBytes(bytes, 'run.csv'))).toBe(code);
  });

  test('is refused without unpacking when a zip bomb is named .csv', async () => {
    const packed = deflateRawSync(Buffer.alloc(100_000_000), { level: 1 });
    const header = Buffer.alloc(30 + 5);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(100_000_000, 22);
    header.writeUInt16LE(5, 26);
    header.write('a.csv', 30);
    expect(await ending(importBytes(Buffer.concat([header, packed]), 'bomb.csv'))).toBe('known-unsupported');
  });
});

describe('a file in another encoding', () => {
  const text = `${TITLES}\n0,0.5,2\n1,0.5,3\n`;

  test('UTF-16 with a byte order mark is read', async () => {
    const outcome = await importBytes(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(valuesOf(firstDataset(outcome), 'voltage_V')).toEqual([2, 3]);
  });

  test('UTF-16 without a byte order mark is a problem', async () => {
    expect(await ending(importBytes(Buffer.from(text, 'utf16le')))).not.toBe('data');
  });

  test('bytes that are no UTF-8 in the middle of the rows cost at most their rows', async () => {
    const bytes = Buffer.from(`${TITLES}\n0,0.5,2\n1,\xFF\xFE,3\n2,0.5,4\n`, 'latin1');
    expect(expectData(await importBytes(bytes)).receipt).toMatchObject({ rowsRead: 2, rowsRejected: 1 });
  });
});

describe('a table of absurd shape', () => {
  test('with 10 000 columns is refused by their number', async () => {
    const titles = [TITLES, ...Array.from({ length: 9_997 }, (_, n) => `c${n}`)].join(',');
    expect(await ending(importBytes(`${titles}\n${'0,'.repeat(9_999)}0\n`))).toBe('too-many-columns');
  });

  test('with a title row longer than what is read for recognition is refused', async () => {
    const titles = [TITLES, ...Array.from({ length: 700 }, (_, n) => `${'long'.repeat(40)}${n}`)].join(',');
    expect(await ending(importBytes(`${titles}\n0,1,2\n`))).toBe('line-too-long');
  });

  test('of a single line of 100 MB is a problem', async () => {
    expect(await ending(importSource(syntheticSource('', 100_000_000, 0x78)))).toBe('unknown-format');
  });

  test.each([
    ['flat', `${TITLES}\n0,1,2\n`],
    ['in three layers', 'Cycle ID,Cap\n,Step ID,Step Name\n,,Record ID,Time(s),Voltage(V)\n'],
  ])('%s, with a row of 100 MB, is a problem', async (_, prefix) => {
    expect(await ending(importSource(syntheticSource(prefix, 100_000_000, 0x31)))).toBe('line-too-long');
  });

  test('with rows of other widths keeps the good rows and lists the others', async () => {
    const { receipt } = expectData(await importBytes(`${TITLES}\n0,1,2\n1,2\n2,1,2,9,9,9\n\n3,x,2\n4,1,2\n`));
    expect(receipt).toMatchObject({ rowsRead: 2, rowsRejected: 3 });
    expect(receipt.rejectedLines.map(({ line }) => line)).toEqual([3, 4, 6]);
  });
});

describe('numbers that are none', () => {
  test('nan, inf and 1e999 become "not recorded" and are counted by column', async () => {
    const outcome = await importBytes(`${TITLES}\n0,nan,2\n1,inf,1e999\n2,-Infinity,-1e999\n3,1e-999,4\n`);
    const dataset = firstDataset(outcome);
    expect(valuesOf(dataset, 'current_A')).toEqual([NaN, NaN, NaN, 0]);
    expect(valuesOf(dataset, 'voltage_V')).toEqual([2, NaN, NaN, 4]);
    const { warnings } = expectData(outcome).receipt;
    expect(warnings).toContainEqual({ code: 'non-finite', column: 'current_A', count: 3 });
    expect(warnings).toContainEqual({ code: 'non-finite', column: 'voltage_V', count: 2 });
  });
});

describe('a file that is no file, or does not hold still', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'amalgam-'))));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const rows = (count: number): string => Array.from({ length: count }, (_, n) => `${n},1,2\n`).join('');

  test('a directory is named as one', async () => {
    expect(await ending(importSource(pathSource(folder, 4096)))).toBe('not-a-file');
  });

  test('a missing file is named as missing', async () => {
    expect(await ending(importSource(pathSource(join(folder, 'none.csv'), 10)))).toBe('file-missing');
  });

  test('a file that vanishes while it is read is missing', async () => {
    const inner = memorySource('gone.csv', new TextEncoder().encode(`${TITLES}\n${rows(50_000)}`));
    let reads = 0;
    const read: ByteSource['read'] = (from, to) =>
      reads++ === 0
        ? inner.read(from, to)
        : Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }));
    expect(await ending(importSource({ ...inner, read }))).toBe('file-missing');
  });

  test('a file that grows gives the rows it had, and says that it changed', async () => {
    const path = join(folder, 'growing.csv');
    const text = `${TITLES}\n${rows(1_000)}`;
    writeFileSync(path, text + rows(10));
    const outcome = await importSource(pathSource(path, text.length));
    expect(expectData(outcome).receipt).toMatchObject({ rowsRead: 1_000, rowsRejected: 0 });
    expect(warningsOf(outcome)).toContain('file-changed');
  });

  test('a file that shrinks gives the rows that are left, and says that it changed', async () => {
    const path = join(folder, 'shrinking.csv');
    const text = `${TITLES}\n${rows(1_000)}`;
    writeFileSync(path, text.slice(0, text.length / 2));
    const outcome = await importSource(pathSource(path, text.length));
    const { receipt } = expectData(outcome);
    expect(receipt.rowsRead + receipt.rowsRejected).toBe(
      text.slice(0, text.length / 2).split('\n').length - 1,
    );
    expect(warningsOf(outcome)).toContain('file-changed');
  });

  test('a cancelled import ends as cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const source = memorySource('run.csv', new TextEncoder().encode(`${TITLES}\n0,1,2\n`));
    expect(await ending(importSource(source, { signal: controller.signal }))).toBe('cancelled');
  });
});
