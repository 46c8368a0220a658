import { expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { joinTables } from '#core/import/text/joinTables.ts';
import { createPlainRowScanner } from '#core/import/text/plainRowScanner.ts';
import { scanGeneralRow } from '#core/import/text/scanGeneralRow.ts';
import { scanTable, scanTableInScript } from '#core/import/text/scanTable.ts';
import { splitTable } from '#core/import/text/splitTable.ts';
import { createTableBuilder, finishTable, growTable } from '#core/import/text/tableBuilder.ts';
import type { CellKind, ScannedTable, TableLayout, TableScanner } from '#core/import/text/tableLayout.ts';

const quiet = { signal: undefined, onBytes: () => undefined };

function layoutOf(kinds: readonly CellKind[], delimiter: number, extraCells: number): TableLayout {
  const column = { unit: '1', decimalShift: 0, factor: 1 } as const;
  return {
    ...{ encoding: 'utf-8', dataStart: 0, firstLine: 5, delimiter, decimalMark: '.', extraCells },
    columns: kinds.map((kind, i) => ({ ...column, kind, name: `c${i}`, source: `c${i}` })),
  };
}

/** Every row of `most` cells or fewer that are empty, a blank or a number. */
function allRows(most: number, separator: string): string[] {
  let rows = ['', ' ', '7'];
  const all = [...rows];
  for (let cells = 2; cells <= most; cells++) {
    rows = rows.flatMap((row) => ['', ' ', '7'].map((cell) => `${row}${separator}${cell}`));
    all.push(...rows);
  }
  return all;
}

async function scanned(scan: TableScanner, text: string, layout: TableLayout): Promise<ScannedTable> {
  const outcome = await scan(memorySource('t.csv', new TextEncoder().encode(text)), layout, quiet);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.table;
}

/** The table with its texts instead of their places in a list, which also holds texts of rows refused later. */
function spelledOut(table: ScannedTable): unknown {
  const columns = table.columns.map(({ categories, values, ...rest }) => ({
    ...rest,
    cells: Array.from(values, (value) => String(categories ? categories[value] : value)).join('|'),
  }));
  return { ...table, columns };
}

/** No row takes a short way. */
function generalTable(lines: readonly string[], layout: TableLayout): ScannedTable {
  const table = createTableBuilder(layout, lines.length);
  for (const line of lines) {
    growTable(table, table.rows + 1);
    scanGeneralRow(table, line, false);
    table.line++;
  }
  return finishTable(table);
}

const inRanges: TableScanner = async (source, layout) => {
  const parts: ScannedTable[] = [];
  for (const range of await splitTable(source, layout, 100)) {
    const outcome = await scanTable(source, range, quiet);
    if (!outcome.ok) return outcome;
    parts.push(outcome.table);
  }
  expect(parts.length).toBeGreaterThan(5);
  return { ok: true, table: joinTables(parts, layout.firstLine) };
};

const kindsOfTables: readonly (readonly CellKind[])[] = [
  ['number', 'number', 'number'],
  ['duration', 'skip', 'number'],
  ['skip', 'text', 'text'],
];

test.each([',', ';', '\t'])(
  'rows of blank cells and rows of too many are judged alike by every scanner, separator %j',
  async (separator) => {
    const lines = allRows(5, separator);
    for (const kinds of kindsOfTables) {
      for (const extraCells of [0, 1]) {
        const layout = layoutOf(kinds, separator.charCodeAt(0), extraCells);
        const general = spelledOut(generalTable(lines, layout));
        for (const scan of [scanTable, scanTableInScript, inRanges]) {
          const table = await scanned(scan, `${lines.join('\r\n')}\r\n`, layout);
          expect(spelledOut(table), `${kinds.join()} ${extraCells}`).toEqual(general);
        }
      }
    }
  },
);

test('what a row holds decides: separators at its end hold nothing, one cell too many refuses it by its line', async () => {
  const lines = ['1,2,3', ',,', '4,5,6,', ',,,,', '7,8,9,9', ',2,', '', ' , , '];
  const layout = layoutOf(['number', 'number', 'number'], 44, 0);
  for (const scan of [scanTable, scanTableInScript]) {
    const table = await scanned(scan, `${lines.join('\n')}\n`, layout);
    expect(table.columns.map(({ values }) => [...values])).toEqual([
      [1, 4, NaN],
      [2, 5, 2],
      [3, 6, NaN],
    ]);
    expect(table.rejectedLines).toEqual([
      { line: 6, reason: 'every cell is blank' },
      { line: 8, reason: 'every cell is blank' },
      { line: 9, reason: '4 cells instead of 3' },
      { line: 12, reason: 'every cell is blank' },
    ]);
  }
});

test('rows whose first cell is empty stay in the module: a table may have nothing else', async () => {
  const layout = layoutOf(['number', 'number', 'number'], 44, 0);
  const bytes = new TextEncoder().encode(',1.5,2\n,,3\n'.repeat(500));
  const table = createTableBuilder(layout, 1000);
  const scanner = await createPlainRowScanner(layout);
  scanner?.open({ bytes, end: bytes.length, cut: false });
  expect(scanner?.scan(table, 0)).toBe(bytes.length);
  expect(table.rows).toBe(1000);
});
