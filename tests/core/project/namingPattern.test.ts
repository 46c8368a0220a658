import { describe, expect, test } from 'vitest';
import { matchName, parseNamingPattern, suggestNamingPattern } from '#core/project/namingPattern.ts';

function match(pattern: string, name: string) {
  const outcome = parseNamingPattern(pattern);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return matchName(outcome.pattern, name);
}

describe('a naming pattern', () => {
  test('reads group, electrolyte and cell from a file name and leaves its ending out', () => {
    expect(match('{group}_{electrolyte}_{cell}', 'Li-Hg_LLTO_03.mpr')).toEqual({
      group: 'Li-Hg',
      electrolyte: 'LLTO',
      cell: '03',
    });
  });

  test('takes folders off the name', () => {
    expect(match('{group}_{cell}', 'raw/june/bare_7.csv')).toEqual({ group: 'bare', cell: '7' });
  });

  test('lets * stand for anything, nothing included', () => {
    expect(match('{group}_{cell}_*', 'Li_03_GCPL_C05.txt')).toEqual({ group: 'Li', cell: '03' });
    expect(match('{cell}_*', 'A_.txt')).toEqual({ cell: 'A' });
  });

  test('does not match a name that lacks a part', () => {
    expect(match('{group}_{electrolyte}_{cell}', 'bare_03.mpr')).toBeNull();
  });

  test('takes brackets, dots and other signs of a name literally', () => {
    expect(match('run (1.0+) {cell}', 'run (1.0+) 12.mpt')).toEqual({ cell: '12' });
    expect(match('run.{cell}', 'runx12.mpt')).toBeNull();
  });

  test('takes only digits for a cycle', () => {
    expect(match('{cell}_after{cycle}', 'A1_after5.mpr')).toEqual({ cell: 'A1', cycle: '5' });
    expect(match('{cell}_after{cycle}', 'A1_afterfive.mpr')).toBeNull();
  });

  test.each([
    ['', 'empty'],
    ['run_*', 'no-cell'],
    ['{cell}_{mass}', 'unknown-field'],
    ['{cell}_{cell}', 'repeated-field'],
    ['{group}{cell}', 'nothing-between'],
    ['{group_{cell}', 'open-brace'],
  ])('says what is wrong with %j', (pattern, code) => {
    expect(parseNamingPattern(pattern)).toMatchObject({ ok: false, problem: { code } });
  });
});

test('the suggested pattern reads the name it was made from', () => {
  expect(suggestNamingPattern(['Li-Hg_LLTO_03.mpr'])).toBe('{group}_{electrolyte}_{cell}');
  expect(suggestNamingPattern(['Li_03_GCPL_C05.txt'])).toMatch(/^\{group\}_/);
  expect(suggestNamingPattern(['alone.csv'])).toBe('{cell}');
});
