import { describe, expect, test } from 'vitest';
import { ELEMENTS } from '#core/eis/elements.ts';

test('no two elements share a code, a letter or a name', () => {
  for (const key of ['code', 'cdc', 'name'] as const) {
    expect(new Set(ELEMENTS.map((element) => element[key])).size).toBe(ELEMENTS.length);
  }
});

describe.each(ELEMENTS)('$code', ({ code, cdc, description, equation, parameters }) => {
  test('can be written in both circuit languages', () => {
    expect(code).toMatch(/^[A-Za-z]+$/);
    expect(cdc).toMatch(/^[A-Z][a-z]?$/);
  });

  test('says what it is and how it is computed from its own parameters', () => {
    expect(description).toMatch(/^[A-Z].*\.$/);
    for (const { symbol } of parameters) expect(equation).toContain(symbol);
  });

  test.each(parameters.map((parameter) => [parameter.symbol, parameter] as const))(
    '%s has a unit, a description and a typical value within its limits',
    (_symbol, { unit, description: words, lower, upper, typical, scale }) => {
      expect(unit).not.toBe('');
      expect(words).toMatch(/^[A-Z]/);
      expect(lower).toBeLessThan(typical);
      expect(typical).toBeLessThan(upper);
      if (scale !== 'linear') expect(lower).toBeGreaterThan(0);
    },
  );
});
