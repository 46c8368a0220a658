import { describe, expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { scanTable } from '#core/import/text/scanTable.ts';
import type { CellKind, LayoutColumn, ScannedTable, TableLayout } from '#core/import/text/tableLayout.ts';

const DELIMITERS = { comma: 44, tab: 9, semicolon: 59, blank: 32 };

function column(kind: CellKind, name: string = kind, more: Partial<LayoutColumn> = {}): LayoutColumn {
  return { name, unit: '1', source: name, kind, decimalShift: 0, factor: 1, ...more };
}

function layoutOf(columns: readonly LayoutColumn[], more: Partial<TableLayout> = {}): TableLayout {
  return {
    encoding: 'utf-8',
    dataStart: 0,
    firstLine: 1,
    delimiter: DELIMITERS.comma,
    decimalMark: '.',
    columns,
    extraCells: 0,
    ...more,
  };
}

const twoNumbers = [column('number', 'a'), column('number', 'b')];

async function scan(text: string | Uint8Array, layout: TableLayout): Promise<ScannedTable> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const outcome = await scanTable(memorySource('table.csv', bytes), layout, {
    signal: undefined,
    onBytes: () => undefined,
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.table;
}

function values(table: ScannedTable): number[][] {
  return table.columns.map((each) => [...each.values]);
}

describe('line ends', () => {
  test.each([
    ['LF', '1,2\n3,4\n'],
    ['CR LF', '1,2\r\n3,4\r\n'],
    ['CR CR LF', '1,2\r\r\n3,4\r\r\n'],
    ['CR alone', '1,2\r3,4\r'],
    ['CR alone, none after the last row', '1,2\r3,4'],
    ['no end on the last line', '1,2\n3,4'],
    ['blank lines between and after', '1,2\n\n  \r\n3,4\n\n'],
  ])('reads rows that end with %s', async (_, text) => {
    const table = await scan(text, layoutOf(twoNumbers));
    expect(values(table)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(table.rowsRejected).toBe(0);
    expect(table.endsMidRow).toBe(false);
  });
});

describe('separators', () => {
  test('allows trailing separators and unnamed cells as far as the layout says', async () => {
    const table = await scan('1,2,\n3,4,,\n5,6,7\n8,9,7,7\n', layoutOf(twoNumbers, { extraCells: 1 }));
    expect(values(table)).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(table.rejectedLines).toEqual([{ line: 4, reason: '4 cells instead of 2' }]);
  });

  test('takes runs of blanks as one separator, at the start of a row too', async () => {
    const table = await scan('  1   2\n3 4  \n', layoutOf(twoNumbers, { delimiter: DELIMITERS.blank }));
    expect(values(table)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test('reads decimal commas between TABs and between semicolons', async () => {
    for (const [delimiter, text] of [
      [DELIMITERS.tab, '0,5\t1,234E-003\r\n'],
      [DELIMITERS.semicolon, '0,5;1,234E-003\r\n'],
    ] as const) {
      const table = await scan(text, layoutOf(twoNumbers, { delimiter, decimalMark: ',' }));
      expect(values(table)).toEqual([[0.5], [0.001234]]);
    }
  });

  test('reads quoted cells, with separators and doubled quotes inside', async () => {
    const layout = layoutOf([column('number', 'a'), column('text', 'b')]);
    const table = await scan('"1","CC, Chg"\n"\t2",Rest\n 3 ,"5"" pipe"\n', layout);
    expect(values(table)).toEqual([
      [1, 2, 3],
      [0, 1, 2],
    ]);
    expect(table.columns[1]?.categories).toEqual(['CC, Chg', 'Rest', '5" pipe']);
  });
});

describe('rows that cannot be read', () => {
  test('counts them, names their lines and goes on', async () => {
    const table = await scan('1,2\n3\n4,x\n"5,6\n7,8\n', layoutOf(twoNumbers, { firstLine: 10 }));
    expect(values(table)).toEqual([
      [1, 7],
      [2, 8],
    ]);
    expect(table.rowsRejected).toBe(3);
    expect(table.rejectedLines).toEqual([
      { line: 11, reason: '1 cells instead of 2' },
      { line: 12, reason: '"x" cannot be read as a value of b' },
      { line: 13, reason: 'a quote is never closed' },
    ]);
    expect(table.lines).toBe(5);
  });

  test('lists at most twenty of them and counts all', async () => {
    const table = await scan('x\n'.repeat(50) + '1,2\n', layoutOf(twoNumbers));
    expect(table.rowsRejected).toBe(50);
    expect(table.rejectedLines).toHaveLength(20);
    expect(table.rows).toBe(1);
  });

  test('says when the file ends in the middle of a row', async () => {
    const table = await scan('1,2\n3', layoutOf(twoNumbers));
    expect(table.endsMidRow).toBe(true);
    expect(table.rowsRejected).toBe(1);
    expect(values(table)).toEqual([[1], [2]]);
  });

  test('rejects rows with NUL bytes, such as a crash leaves behind', async () => {
    const table = await scan('1,2\n\0\0\0\0\n3,4\n1\0,2\n', layoutOf(twoNumbers));
    expect(values(table)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(table.rejectedLines.map((each) => each.line)).toEqual([2, 4]);
  });
});

describe('cells', () => {
  test('keeps blank cells as NaN without counting them', async () => {
    const table = await scan('1,\n,2\n', layoutOf(twoNumbers));
    expect(values(table)).toEqual([
      [1, NaN],
      [NaN, 2],
    ]);
    expect(table.nonFinite).toEqual([]);
  });

  test('turns inf, nan, N/A, - and numbers beyond a double into NaN and counts them', async () => {
    const cells = ['inf', '-INF', 'nan', 'N/A', '-', '1e999', '-1.#IND'];
    const table = await scan(cells.map((cell) => `${cell},1\n`).join(''), layoutOf(twoNumbers));
    expect([...(table.columns[0]?.values ?? [])].every(Number.isNaN)).toBe(true);
    expect(table.nonFinite).toEqual([{ column: 'a', count: cells.length }]);
    expect(table.rowsRejected).toBe(0);
  });

  test("counts a number that its unit's factor lifts beyond a double as not finite", async () => {
    const hours = [column('number', 'a', { factor: 3600 }), column('duration', 'b', { factor: 1e306 })];
    const table = await scan('1e308,0:00:01\n1,00:10:00\n', layoutOf(hours));
    expect(values(table)).toEqual([
      [NaN, 3600],
      [1e306, NaN],
    ]);
    expect(table.nonFinite).toEqual([
      { column: 'a', count: 1 },
      { column: 'b', count: 1 },
    ]);
  });

  test('keeps a blank text cell apart from a text that stood in quotes', async () => {
    const table = await scan('"a,b",1\n,2\n', layoutOf([column('text'), column('number')]));
    expect(values(table)[0]).toEqual([0, 1]);
    expect(table.columns[0]?.categories).toEqual(['a,b', '']);
  });

  test('moves the decimal point before rounding: 1.005 mA is the double 0.001005', async () => {
    const milli = column('number', 'current_A', { decimalShift: -3 });
    const table = await scan('1.005\n-3.283641917048226E+002\n4.35\n', layoutOf([milli]));
    expect(values(table)).toEqual([[0.001005, -0.3283641917048226, 0.00435]]);
  });

  test('reads durations with hours above 24, day prefixes and plain seconds', async () => {
    const texts = [
      '00:00:01.123',
      '144:02:18',
      '  2d 02:52:51.5699996948242',
      '3-04:05:06',
      '0d 00:01:00.00',
      '12.5',
    ];
    const table = await scan(texts.map((text) => `${text}\n`).join(''), layoutOf([column('duration')]));
    expect(values(table)).toEqual([[1.123, 518538, 183171.5699996948242, 273906, 60, 12.5]]);
  });

  test('reads wall clocks in every order and spelling as local seconds since 1970', async () => {
    // Seconds from GNU date -u -d '2024-09-20 08:32:34' +%s.
    const expected = 1726821154;
    const cases = [
      ['ymd', '2024-09-20 08:32:34', 0],
      ['ymd', '2024/09/20T08:32:34.558', 0.558],
      ['ymd', '2024.9.20  8:32:34', 0],
      ['mdy', '\t09/20/2024 08:32:34.558', 0.558],
      ['mdy', '9/20/2024 8:32:34 AM', 0],
      ['mdy', '09/20/2024 08:32:34 PM', 43200],
      ['dmy', '20.09.2024 08:32:34', 0],
      ['dmy', '20-9-24 08:32:34', 0],
    ] as const;
    for (const [dateOrder, text, more] of cases) {
      const table = await scan(`${text}\n`, layoutOf([column('date', 'clock_s', { dateOrder })]));
      expect(values(table), text).toEqual([[Number((expected + more).toFixed(3))]]);
    }
  });

  test('rejects days and hours that do not exist', async () => {
    const dates = [
      '2024-13-01 00:00:00',
      '2024-04-31 00:00:00',
      '2024-01-01 24:00:00',
      '2024-01-00 00:00:00',
    ];
    const table = await scan(dates.join('\n'), layoutOf([column('date')]));
    expect(table.rows).toBe(0);
    expect(table.rowsRejected).toBe(4);
  });

  test('keeps text as a dictionary and skips what the layout skips', async () => {
    const layout = layoutOf([column('text', 'step'), column('skip'), column('number', 'a')]);
    const table = await scan('Rest,zzz,1\nCC Chg,,2\nRest,"q,q",3\n', layout);
    expect(values(table)).toEqual([
      [0, 1, 0],
      [1, 2, 3],
    ]);
    expect(table.columns[0]?.categories).toEqual(['Rest', 'CC Chg']);
  });
});

describe('encodings', () => {
  test('reads text cells of GB18030', async () => {
    // 搁置 (rest) in GBK is B8 E9 D6 C3.
    const bytes = new Uint8Array([0xb8, 0xe9, 0xd6, 0xc3, 44, 49, 10]);
    const layout = layoutOf([column('text'), column('number')], { encoding: 'gb18030' });
    expect((await scan(bytes, layout)).columns[0]?.categories).toEqual(['搁置']);
  });

  test.each(['utf-16le', 'utf-16be'] as const)('reads %s', async (encoding) => {
    const text = '1.5,°C 😀\r\n2.5,µ\r\n';
    const units = [...Array(text.length).keys()].map((i) => text.charCodeAt(i));
    const pairs = units.flatMap((unit) => [unit & 255, unit >> 8]);
    const bytes = Uint8Array.from(
      encoding === 'utf-16le' ? pairs : units.flatMap((unit) => [unit >> 8, unit & 255]),
    );
    const table = await scan(bytes, layoutOf([column('number'), column('text')], { encoding }));
    expect(values(table)[0]).toEqual([1.5, 2.5]);
    expect(table.columns[1]?.categories).toEqual(['°C 😀', 'µ']);
  });
});

describe('limits', () => {
  const options = { signal: undefined, onBytes: () => undefined };

  test('refuses a line longer than 16 MiB', async () => {
    const source = memorySource('long.csv', new Uint8Array(20 * 1024 * 1024).fill(49));
    const outcome = await scanTable(source, layoutOf(twoNumbers), options);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'line-too-long' } });
  });

  test('refuses ten thousand columns', async () => {
    const columns = Array.from({ length: 10_000 }, () => column('number'));
    const outcome = await scanTable(memorySource('wide.csv', new Uint8Array(10)), layoutOf(columns), options);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-many-columns', columns: 10_000 } });
  });

  test('stops between chunks when the import is cancelled', async () => {
    const controller = new AbortController();
    const bytes = new TextEncoder().encode('1,2\n'.repeat(1_300_000));
    const seen: number[] = [];
    const outcome = await scanTable(memorySource('t.csv', bytes), layoutOf(twoNumbers), {
      signal: controller.signal,
      onBytes: (done) => {
        seen.push(done);
        controller.abort();
      },
    });
    expect(outcome).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(seen).toHaveLength(1);
  });

  test('grows when the first chunk promised fewer rows than follow', async () => {
    const long = `${'1'.repeat(400)}.5,2\n`.repeat(11_000);
    const table = await scan(long + '3,4\n'.repeat(1_000_000), layoutOf(twoNumbers));
    expect(table.rows).toBe(1_011_000);
    expect(table.columns[1]?.values.at(-1)).toBe(4);
  });

  test('stops at the end of the table that the layout names', async () => {
    const table = await scan('1,2\n3,4\nLog,\n', layoutOf(twoNumbers, { dataEnd: 8 }));
    expect(table.rows).toBe(2);
    expect(table.rowsRejected).toBe(0);
  });
});
