import { describe, expect, test } from 'vitest';
import { decimalMarkOf } from '#core/import/text/decimalMark.ts';
import { splitCells } from '#core/import/text/splitCells.ts';

describe('splitCells', () => {
  test.each([
    ['1, 2 ,,3', ',', ['1', '2', '', '3']],
    ['a\t\tb\t', '\t', ['a', '', 'b', '']],
    ['  1   2\t3 ', ' ', ['1', '2', '3']],
    ['', ' ', []],
    ['"a,b","5"" pipe",c', ',', ['a,b', '5" pipe', 'c']],
    ['5" pipe,"x"', ',', ['5" pipe', 'x']],
    ['"";""', ';', ['', '']],
  ])('cuts %j at %j', (line, delimiter, cells) => {
    expect(splitCells(line, delimiter)).toEqual(cells);
  });

  test('a quote that is never closed gives nothing', () => {
    expect(splitCells('1,"2', ',')).toBeUndefined();
    expect(splitCells('1,"2""', ',')).toBeUndefined();
  });
});

describe('decimalMarkOf', () => {
  test.each([
    [['1.5,2'], ',', '.'],
    [['1,5;2'], ';', ','],
    [['-1,234E-003\t0'], '\t', ','],
    [['3.2\t1'], '\t', '.'],
    [['1\t2', 'Rest\t'], '\t', '.'],
    // Marks of dates and of text are none.
    [['20.09.2024 08:32:34\t1,5'], '\t', ','],
  ])('of %j between %j is %j', (lines, delimiter, mark) => {
    expect(decimalMarkOf(lines, delimiter)).toEqual({ ok: true, mark });
  });

  test('both marks in one table are a problem with an example', () => {
    const outcome = decimalMarkOf(['1,5;2', '1.5;2'], ';');
    expect(outcome).toEqual({ ok: false, problem: { code: 'mixed-decimal-marks', example: '1.5 and 1,5' } });
  });
});
