import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { memorySource, type ByteSource } from '#core/import/byteSource.ts';
import { detectEncoding } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { importFile, type ImportOptions } from '#core/import/importFile.ts';

const createHasher: ImportOptions['createHasher'] = () => {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
};

function formatThat(parse: (input: FileInput) => Promise<ParseOutcome>): Format {
  return {
    id: 'test',
    label: 'Test',
    vendor: 'Test',
    extensions: ['.csv'],
    techniques: '',
    parserVersion: 3,
    recognise: (head) => head.text.startsWith('a,b'),
    parse,
  };
}

const emptyOutcome: ParseOutcome = {
  ok: true,
  datasets: [],
  facts: {
    encoding: 'utf-8',
    decimalMark: '.',
    delimiter: ',',
    rowsRead: 0,
    rowsRepaired: 0,
    rowsRejected: 0,
    rejectedLines: [],
    signRule: '',
    vendorUnits: {},
    complete: true,
  },
  warnings: [],
};

/** Scans two number columns from byte 4 on. */
async function scanTwo(input: FileInput): Promise<ParseOutcome> {
  const number = { unit: '1', kind: 'number', decimalShift: 0, factor: 1 } as const;
  const outcome = await input.scanTable(
    input.source,
    {
      encoding: 'utf-8',
      dataStart: 4,
      firstLine: 2,
      delimiter: 44,
      decimalMark: '.',
      columns: [
        { ...number, name: 'a', source: 'a' },
        { ...number, name: 'b', source: 'b' },
      ],
      extraCells: 0,
    },
    input,
  );
  return outcome.ok ? emptyOutcome : outcome;
}

const text = `a,b\n${'1,2\n'.repeat(1_100_000)}`;
const bytes = new TextEncoder().encode(text);
const run = (source: ByteSource, parse = scanTwo, more: Partial<ImportOptions> = {}) =>
  importFile(source, { createHasher, formats: [formatThat(parse)], ...more });

test('reads the file once and hashes it on the way, as sha256sum does', async () => {
  const source = memorySource('t.csv', bytes);
  let bytesRead = 0;
  const counting: ByteSource = {
    ...source,
    read: async (start, end) => {
      const part = await source.read(start, end);
      bytesRead += part.length;
      return part;
    },
  };
  const outcome = await run(counting);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(outcome.ok && outcome.receipt.file).toEqual({
    name: 't.csv',
    bytes: bytes.length,
    sha256: expected,
  });
  // Once, and the head a second time.
  expect(bytesRead).toBeLessThan(bytes.length + 70_000);
});

test('hashes the whole file when the format reads only its end, or reads elsewhere', async () => {
  const expected = createHash('sha256').update(bytes).digest('hex');
  const jumping = await run(memorySource('t.csv', bytes), async (input) => {
    await input.source.read(bytes.length - 100, bytes.length);
    return emptyOutcome;
  });
  expect(jumping.ok && jumping.receipt.file.sha256).toBe(expected);
  const elsewhere = await run(memorySource('t.csv', bytes), undefined, {
    scanTable: () => Promise.resolve({ ok: false, problem: { code: 'no-data-rows' } }),
  });
  expect(elsewhere).toMatchObject({ ok: false, format: 'test', problem: { code: 'no-data-rows' } });
});

test('names the format, its version and the progress in bytes', async () => {
  const seen: number[] = [];
  const outcome = await run(memorySource('t.csv', bytes), scanTwo, {
    onProgress: ({ bytesDone }) => seen.push(bytesDone),
  });
  expect(outcome.ok && [outcome.receipt.format, outcome.receipt.parserVersion]).toEqual(['test', 3]);
  expect(seen.at(-1)).toBe(bytes.length);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
});

test.each([
  ['an empty file', new Uint8Array(0), { code: 'empty-file' }],
  [
    'unknown text',
    new TextEncoder().encode('hello world'),
    { code: 'unknown-format', firstBytes: '“hello world”' },
  ],
  ['unknown bytes', Uint8Array.from([1, 2, 255]), { code: 'unknown-format', firstBytes: '01 02 ff' }],
])('refuses %s', async (_, content, problem) => {
  expect(await run(memorySource('t.csv', content))).toMatchObject({ ok: false, format: null, problem });
});

test.each([
  [Object.assign(new Error('gone'), { code: 'ENOENT' }), { code: 'file-missing', name: 't.csv' }],
  [Object.assign(new Error('folder'), { code: 'EISDIR' }), { code: 'not-a-file', name: 't.csv' }],
  [new Error('disk failed'), { code: 'file-unreadable', reason: 'disk failed' }],
])('turns the read error "%s" into a problem, at the start and half way', async (error, problem) => {
  const source = memorySource('t.csv', bytes);
  const failing = (from: number): ByteSource => ({
    ...source,
    read: (start, end) => (start >= from ? Promise.reject(error) : source.read(start, end)),
  });
  expect(await run(failing(0))).toMatchObject({ ok: false, problem });
  expect(await run(failing(4_000_000))).toMatchObject({ ok: false, format: 'test', problem });
});

test('warns when the file grows, shrinks or vanishes while it is read', async () => {
  const source = memorySource('t.csv', bytes);
  for (const sizeNow of [
    () => Promise.resolve(bytes.length + 1),
    () => Promise.resolve(1),
    () => Promise.reject(new Error('gone')),
  ]) {
    const outcome = await run({ ...source, sizeNow });
    expect(outcome.ok && outcome.receipt.warnings).toContainEqual({ code: 'file-changed' });
  }
});

test('answers a cancellation with the problem "cancelled", even if the format never asks', async () => {
  const controller = new AbortController();
  const outcome = await run(
    memorySource('t.csv', bytes),
    async (input) => {
      controller.abort();
      await input.source.read(0, 10);
      return emptyOutcome;
    },
    { signal: controller.signal },
  );
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
});

test('lets a bug of a parser through as a rejection', async () => {
  const broken = run(memorySource('t.csv', bytes), () => Promise.reject(new TypeError('bug')));
  await expect(broken).rejects.toThrow('bug');
});

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf, 0x61]],
  ['utf-16le', [0xff, 0xfe, 0x61, 0]],
  ['utf-16be', [0xfe, 0xff, 0, 0x61]],
  ['utf-8', [0x61, 0xc2, 0xb5, 0xe2, 0x84]],
  // µA/°C in cp1252; "Größe" with two high letters side by side.
  ['windows-1252', [0xb5, 0x41, 0x2f, 0xb0, 0x43]],
  ['windows-1252', [0x47, 0x72, 0xf6, 0xdf, 0x65]],
  // 电流 and T1(℃) in GBK.
  ['gb18030', [0xb5, 0xe7, 0xc1, 0xf7, 0x28, 0x41, 0x29]],
  ['gb18030', [0x54, 0x31, 0x28, 0xa1, 0xe6, 0x29]],
  // *RAS_ 2θ/θ in Shift-JIS.
  ['shift_jis', [0x2a, 0x52, 0x41, 0x53, 0x5f, 0x32, 0x83, 0xc6]],
  ['binary', [0, 1, 2, 3, 0x61]],
] as const)('finds the encoding %s', (encoding, content) => {
  expect(detectEncoding(Uint8Array.from(content))).toBe(encoding);
});
