import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { createPlainRowScanner } from '#core/import/text/plainRowScanner.ts';
import { scanTable, scanTableInScript } from '#core/import/text/scanTable.ts';
import { createTableBuilder } from '#core/import/text/tableBuilder.ts';
import type { CellKind, LayoutColumn, ScannedTable, TableLayout } from '#core/import/text/tableLayout.ts';
import { compileWasm, wasmModulePath } from '../../../../tools/compileWasm.mjs';

const quiet = { signal: undefined, onBytes: () => undefined };
const ROWS = 3000;

/** mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Dialect {
  readonly delimiter: ',' | ';' | '\t' | ' ';
  readonly mark: '.' | ',';
  readonly lineEnd: string;
  readonly order: 'ymd' | 'mdy' | 'dmy';
}

/** Random cells of one dialect: mostly as instruments write them, some odd, few wrong. */
function createCells(random: () => number, { mark, order, delimiter }: Dialect) {
  const below = (limit: number): number => Math.floor(random() * limit);
  const digits = (least: number, most: number): string => {
    let text = '';
    // Six digits a draw.
    for (let left = least + below(most - least + 1); left > 0; left -= 6)
      text += String(1e6 + below(1e6)).slice(1, 1 + Math.min(left, 6));
    return text;
  };
  const two = (limit: number): string => String(below(limit)).padStart(2, '0');
  const pick = (texts: readonly string[]): string => texts[below(texts.length)] ?? '';
  const odd = [
    '',
    ' ',
    '-',
    '+',
    mark,
    'inf',
    'N/A',
    '"1"',
    ' 7 ',
    '+5',
    '1e999',
    '1E5',
    'x',
    '--1',
    '0e-400',
    '\0',
  ];

  const number = (): string => {
    const sign = pick(['', '', '-']);
    const shape = below(9);
    if (shape === 0) return sign + digits(1, 9);
    if (shape < 4) return `${sign}${digits(1, 4)}${mark}${digits(0, 12)}`;
    if (shape < 6)
      return `${sign}${digits(1, 1)}${mark}${digits(15, 15)}${pick(['E', 'e'])}${pick(['+', '-', ''])}00${digits(1, 1)}`;
    if (shape === 6) return `${sign}${digits(0, 20)}${mark}${digits(0, 20)}`;
    if (shape === 7) return `${sign}${digits(1, 10)}${mark}${digits(1, 9)}e${below(80) - 40}`;
    return random() < 0.1 ? pick(odd) : digits(1, 1);
  };
  const clock = (hours: string): string => {
    const time = `${hours}:${two(random() < 0.01 ? 70 : 60)}:${two(60)}`;
    return random() < 0.5 ? time : `${time}.${digits(0, random() < 0.05 ? 9 : 3)}`;
  };
  const duration = (): string => {
    if (random() < 0.02) return pick(odd);
    return pick([clock(digits(1, random() < 0.02 ? 8 : 3)), clock('00'), number()]);
  };
  const date = (): string => {
    const dash = pick(['-', '/', '.']);
    const year = pick(['2024', '2024', '1999', '1969', '9999', '24']);
    const parts = {
      ymd: [year, two(13), two(31)],
      mdy: [two(13), two(32), year],
      dmy: [two(31), two(13), year],
    };
    if (random() < 0.02) return pick([...odd, 'never']);
    return `${pick(['', '', '', delimiter === '\t' ? '' : '\t'])}${parts[order].join(dash)}${pick([' ', 'T', ' ', '  '])}${clock(two(25))}`;
  };
  const few = ['Rest', 'CC Chg', 'CC DChg', '搁置', '', '"q, q"', '"Rest"', ' CV ', `5"`];
  const text = (): string =>
    random() < 0.9 ? pick(few) : pick([digits(1, 3), 'n'.repeat(below(90)), 'Rest'.padEnd(255, '.')]);
  return { number, duration, date, text, skip: text } satisfies Record<CellKind, () => string>;
}

function randomTable(random: () => number, dialect: Dialect): { bytes: Uint8Array; layout: TableLayout } {
  const kinds = Array.from({ length: 1 + Math.floor(random() * 9) }, (): CellKind => {
    const found = (['number', 'number', 'number', 'duration', 'date', 'text', 'skip'] as const)[
      Math.floor(random() * 7)
    ];
    return found ?? 'number';
  });
  const columns = kinds.map((kind, i): LayoutColumn => {
    const factor = [1, 1, 1, 0.36, 1e306][Math.floor(random() * 5)] ?? 1;
    const decimalShift = [0, 0, -3, 3][Math.floor(random() * 4)] ?? 0;
    return {
      name: `c${i}`,
      unit: '1',
      source: `c${i}`,
      kind,
      decimalShift,
      factor,
      dateOrder: dialect.order,
    };
  });
  const cells = createCells(random, dialect);
  const lines = Array.from({ length: ROWS }, () => {
    const row = kinds.map((kind) => cells[kind]());
    const spoilt = random();
    if (spoilt < 0.003)
      return (
        ['', '\0\0', '1'.repeat(200_000), row.slice(1).join(dialect.delimiter)][Math.floor(random() * 4)] ??
        ''
      );
    return row.join(dialect.delimiter) + dialect.delimiter.repeat(random() < 0.05 ? 2 : 0);
  });
  const bytes = new TextEncoder().encode(lines.join(dialect.lineEnd));
  const layout: TableLayout = {
    encoding: 'utf-8',
    dataStart: 0,
    firstLine: 1,
    delimiter: dialect.delimiter.charCodeAt(0),
    decimalMark: dialect.mark,
    columns,
    extraCells: 1,
  };
  return { bytes, layout };
}

async function scan(
  scanner: typeof scanTable,
  bytes: Uint8Array,
  layout: TableLayout,
): Promise<ScannedTable> {
  const outcome = await scanner(memorySource('t.csv', bytes), layout, quiet);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.table;
}

/** Fails where a bit of a value differs, so that -0 and the sign of NaN count. An assertion on the bytes would take seconds. */
function expectSame(table: ScannedTable, wanted: ScannedTable, what: string): void {
  expect(withoutValues(table), what).toEqual(withoutValues(wanted));
  for (const [i, { values }] of table.columns.entries()) {
    const expected = bitsOf(wanted.columns[i]?.values ?? []);
    const row = bitsOf(values).findIndex((bits, at) => bits !== expected[at]);
    const shown = row < 0 ? '' : `, row ${row}: ${values[row]} for ${wanted.columns[i]?.values[row]}`;
    expect(row, `${what}, column ${i}${shown}`).toBe(-1);
    expect(values.length, `${what}, column ${i}`).toBe(expected.length);
  }
}

function withoutValues(table: ScannedTable): unknown {
  return { ...table, columns: table.columns.map((column) => ({ ...column, values: undefined })) };
}

function bitsOf(values: ArrayLike<number>): BigUint64Array {
  return new BigUint64Array(Float64Array.from(values).buffer);
}

const dialects: readonly Dialect[] = [
  { delimiter: ',', mark: '.', lineEnd: '\n', order: 'ymd' },
  { delimiter: ',', mark: '.', lineEnd: '\r\n', order: 'mdy' },
  { delimiter: '\t', mark: '.', lineEnd: '\r\n', order: 'mdy' },
  { delimiter: '\t', mark: ',', lineEnd: '\r\r\n', order: 'dmy' },
  { delimiter: ';', mark: ',', lineEnd: '\n', order: 'ymd' },
  { delimiter: ' ', mark: '.', lineEnd: '\n', order: 'ymd' },
];

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the module in the sources is what its own source compiles to', async () => {
  expect(await compileWasm('plainRows')).toBe(readFileSync(wasmModulePath('plainRows'), 'utf8'));
});

test('plain rows stay in the module from the first to the last', async () => {
  const row =
    '12,-0.000123456789,3.283641917048226E+002,9.999999999999999E-004,26:00:01.5,2024-02-29 08:32:34.558,Rest,\r\n';
  const kinds = ['number', 'number', 'number', 'number', 'duration', 'date', 'text'] as const;
  const column = { unit: '1', decimalShift: 0, factor: 1 };
  const layout: TableLayout = {
    encoding: 'utf-8',
    dataStart: 0,
    firstLine: 1,
    delimiter: 44,
    decimalMark: '.',
    columns: kinds.map((kind, i) => ({ ...column, kind, name: `c${i}`, source: `c${i}` })),
    extraCells: 0,
  };
  const bytes = new TextEncoder().encode(row.repeat(5000));
  const table = createTableBuilder(layout, 10);
  const scanner = await createPlainRowScanner(layout);
  const chunk = { bytes, end: bytes.length, cut: false };
  scanner?.open(chunk);
  expect(scanner?.scan(table, 0), 'a text is unknown at first').toBe(0);
  table.columns[6]?.dictionary.bytes.push(new TextEncoder().encode('Rest'));
  expect(scanner?.scan(table, 0)).toBe(bytes.length);
  expect(table.rows).toBe(5000);
  // The date's seconds from GNU date -u -d '2024-02-29 08:32:34' +%s.
  const expected = [
    12, -0.000123456789, 328.3641917048226, 0.0009999999999999999, 93601.5, 1709195554.558, 0,
  ];
  expect(table.columns.map(({ values }) => values[4999])).toEqual(expected);
});

test.each(dialects)('gives the bytes of the general path for $delimiter $mark $order', async (dialect) => {
  const seed = (Date.now() ^ dialect.delimiter.charCodeAt(0)) >>> 0;
  const random = seededRandom(seed);
  for (let i = 0; i < 3; i++) {
    const { bytes, layout } = randomTable(random, dialect);
    const [fast, script] = [
      await scan(scanTable, bytes, layout),
      await scan(scanTableInScript, bytes, layout),
    ];
    expectSame(fast, script, `seed ${seed}, table ${i}`);
    expect(fast.rows, `seed ${seed}, table ${i}`).toBeGreaterThan(0);
  }
});

test.each([44, 9])(
  'a row of blank cells is no record in any scanner, with separator %i',
  async (delimiter) => {
    const separator = String.fromCharCode(delimiter);
    const column = { unit: '1', decimalShift: 0, factor: 1, kind: 'number' } as const;
    const layout: TableLayout = {
      ...{ encoding: 'utf-8', dataStart: 0, firstLine: 1, delimiter, decimalMark: '.', extraCells: 1 },
      columns: ['a', 'b', 'c'].map((name) => ({ ...column, name, source: name })),
    };
    const rows = [
      ['1', '2', '3'],
      ['', '', ''],
      ['', '5', '6'],
      ['', '', '', ''],
      ['7', '', ''],
    ];
    const bytes = new TextEncoder().encode(rows.map((cells) => `${cells.join(separator)}\n`).join(''));
    for (const scanner of [scanTable, scanTableInScript]) {
      const table = await scan(scanner, bytes, layout);
      expect(table.columns.map(({ values }) => [...values])).toEqual([
        [1, NaN, 7],
        [2, 5, NaN],
        [3, 6, NaN],
      ]);
      // Tabs alone are a blank line, which is passed over; commas alone are cells, which are told.
      expect(table.rowsRejected).toBe(separator === ',' ? 2 : 0);
    }
  },
);

test('a host without WebAssembly reads the same table', async () => {
  const { bytes, layout } = randomTable(seededRandom(1), dialects[0] as Dialect);
  const fast = await scan(scanTable, bytes, layout);
  vi.stubGlobal('WebAssembly', undefined);
  // Such a host has never had a module, so the sources are loaded afresh.
  vi.resetModules();
  const scanner = await import('#core/import/text/plainRowScanner.ts');
  const bare = await import('#core/import/text/scanTable.ts');
  expect(await scanner.createPlainRowScanner(layout)).toBeUndefined();
  expectSame(await scan(bare.scanTable, bytes, layout), fast, 'without WebAssembly');
});
