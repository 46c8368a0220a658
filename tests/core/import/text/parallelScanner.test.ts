import { expect, test } from 'vitest';
import { memorySource, type ByteSource } from '#core/import/byteSource.ts';
import { joinTables } from '#core/import/text/joinTables.ts';
import { createParallelScanner } from '#core/import/text/parallelScanner.ts';
import { scanTable } from '#core/import/text/scanTable.ts';
import { splitTable } from '#core/import/text/splitTable.ts';
import type { ScannedTable, TableLayout, TableScanner } from '#core/import/text/tableLayout.ts';

const quiet = { signal: undefined, onBytes: () => undefined };
const number = { unit: '1', kind: 'number', decimalShift: 0, factor: 1 } as const;

const layout: TableLayout = {
  encoding: 'utf-8',
  dataStart: 4,
  firstLine: 2,
  delimiter: 44,
  decimalMark: '.',
  columns: [
    { ...number, name: 'a', source: 'a' },
    { ...number, name: 'step', source: 'step', kind: 'text' },
  ],
  extraCells: 0,
};

/** Rows `i,s<k>` under a header of four bytes; every 1000th row is bad, every 777th holds inf. */
function sampleFile(rows: number): ByteSource {
  const lines = Array.from({ length: rows }, (_, i) => {
    if (i % 1000 === 999) return 'bad';
    return i % 777 === 776 ? `inf,s${i % 7}` : `${i}.25,s${Math.floor(i / 100) % 7}`;
  });
  return memorySource('t.csv', new TextEncoder().encode(`a,b\n${lines.join('\r\n')}\r\n1`));
}

/** Of several ranges, for tests that only read it. */
const largeFile = sampleFile(1_200_000);

function plain(table: ScannedTable): unknown {
  const columns = table.columns.map((column) => ({
    ...column,
    values: [...column.values].map((value) => (column.categories ? column.categories[value] : value)),
    categories: undefined,
  }));
  return { ...table, columns };
}

/** The first row in which the first columns differ; compared by hand, for a million values take an assertion ten seconds. */
function firstDifference(a: ScannedTable, b: ScannedTable): number | null {
  const [first, second] = [a.columns[0]?.values ?? [], b.columns[0]?.values ?? []];
  if (first.length !== second.length) return Math.min(first.length, second.length);
  for (let i = 0; i < first.length; i += 1) if (!Object.is(first[i], second[i])) return i;
  return null;
}

async function whole(source: ByteSource): Promise<ScannedTable> {
  const outcome = await scanTable(source, layout, quiet);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.table;
}

test('ranges end at line ends and cover the table without gap or overlap', async () => {
  const source = sampleFile(5000);
  const ranges = await splitTable(source, layout, 1234);
  const bytes = await source.read(0, source.size);
  expect(ranges.length).toBeGreaterThan(20);
  expect(ranges[0]?.dataStart).toBe(4);
  expect(ranges.at(-1)?.dataEnd).toBe(source.size);
  for (const [i, range] of ranges.entries()) {
    if (i > 0) expect(range.dataStart).toBe(ranges[i - 1]?.dataEnd);
    if (i > 0) expect(bytes[range.dataStart - 1]).toBe(10);
  }
});

test.each([700, 1234, 40_000, 1e9])(
  'parts of %i bytes join to the table scanned in one piece',
  async (rangeBytes) => {
    const source = sampleFile(5000);
    const parts: ScannedTable[] = [];
    for (const range of await splitTable(source, layout, rangeBytes)) {
      const outcome = await scanTable(source, range, quiet);
      // The way a worker's answer travels.
      if (outcome.ok) parts.push(structuredClone(outcome.table));
    }
    const joined = joinTables(parts, layout.firstLine);
    expect(plain(joined)).toEqual(plain(await whole(source)));
    expect(joined.rowsRejected).toBe(6);
    expect(joined.endsMidRow).toBe(true);
    expect(joined.rejectedLines[0]).toEqual({ line: 1001, reason: '1 cells instead of 2' });
  },
);

test('the parallel scanner gives the same table and keeps as many ranges under way as there are workers', async () => {
  const source = largeFile;
  let running = 0;
  let most = 0;
  let calls = 0;
  const inWorker: TableScanner = async (file, range, options) => {
    calls++;
    most = Math.max(most, ++running);
    // Later ranges answer first.
    await new Promise((resolve) => setTimeout(resolve, calls % 2 === 1 ? 20 : 1));
    const outcome = await scanTable(file, range, options);
    running--;
    return outcome;
  };
  const seen: number[] = [];
  const scanner = createParallelScanner(inWorker, 2);
  const outcome = await scanner(source, layout, { signal: undefined, onBytes: (done) => seen.push(done) });
  const single = await whole(source);
  expect(outcome.ok && outcome.table.rows).toBe(single.rows);
  expect(outcome.ok && outcome.table.rejectedLines).toEqual(single.rejectedLines);
  expect(outcome.ok && outcome.table.nonFinite).toEqual(single.nonFinite);
  expect(outcome.ok && firstDifference(outcome.table, single)).toBeNull();
  expect(most).toBe(2);
  expect(calls).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(source.size);
});

test('one range that is stuck keeps the others from running far ahead', async () => {
  const source = memorySource(
    't.csv',
    new TextEncoder().encode(`a,b\n${'1234567.25,s1\r\n'.repeat(5_000_000)}`),
  );
  let release = (): void => undefined;
  const stuck = new Promise<void>((resolve) => {
    release = resolve;
  });
  let calls = 0;
  const inWorker: TableScanner = async (_, range) => {
    if (calls++ === 0) await stuck;
    const empty = {
      rows: 0,
      columns: [],
      rowsRepaired: 0,
      rowsRejected: 0,
      rejectedLines: [],
      nonFinite: [],
    };
    return { ok: true, table: { ...empty, lines: range.firstLine, endsMidRow: false } };
  };
  const ending = createParallelScanner(inWorker, 2)(source, layout, quiet);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(calls).toBeGreaterThan(1);
  expect(calls).toBeLessThanOrEqual(5);
  release();
  expect(await ending).toMatchObject({ ok: true });
  expect(calls).toBeGreaterThan(6);
});

test('small files stay on one thread', async () => {
  const never: TableScanner = () => Promise.reject(new Error('a worker was asked'));
  const outcome = await createParallelScanner(never, 2)(sampleFile(100), layout, quiet);
  expect(outcome.ok).toBe(true);
});

test('a problem in one range ends the scan, a crash of a worker rejects', async () => {
  const source = largeFile;
  const refusing: TableScanner = () => Promise.resolve({ ok: false, problem: { code: 'cancelled' } });
  expect(await createParallelScanner(refusing, 2)(source, layout, quiet)).toEqual({
    ok: false,
    problem: { code: 'cancelled' },
  });
  const crashing: TableScanner = () => Promise.reject(new Error('worker ended'));
  await expect(createParallelScanner(crashing, 2)(source, layout, quiet)).rejects.toThrow('worker ended');
});
