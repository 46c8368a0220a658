import { describe, expect, test } from 'vitest';
import {
  draftOfText,
  EMPTY_DRAFT,
  inLanguage,
  unsaid,
  withSetting,
} from '../../../src/renderer/views/impedance/fit/circuitDraft.ts';

const CODE = 'R{R=10f/1/100:bulk}(R{R=20:interface}C)';

describe('a circuit turned from one notation into the other', () => {
  test('lists what impedance.py has no words for', () => {
    const python = inLanguage(draftOfText(CODE, EMPTY_DRAFT), 'impedance.py');
    expect(python.text).toBe('R0-p(R1,C1)');
    expect(unsaid(python).map(({ what, subject }) => `${what} ${subject}`)).toEqual([
      'label R0',
      'label R1',
      'value R0',
      'fixed R0',
      'lower R0',
      'upper R0',
      'value R1',
    ]);
  });

  test('comes back with values, locks, limits and labels', () => {
    const python = inLanguage(draftOfText(CODE, EMPTY_DRAFT), 'impedance.py');
    expect(inLanguage(python, 'cdc').text).toBe(CODE);
    const edited = draftOfText('R0-p(R1,C1)-C2', python);
    expect(inLanguage(edited, 'cdc').text).toBe(`${CODE}C`);
  });

  test('leaves nothing unsaid as CDC, and its text follows a changed value', () => {
    const draft = draftOfText(CODE, EMPTY_DRAFT);
    expect(unsaid(draft)).toEqual([]);
    expect(withSetting(draft, 'R1', { value: 25 }).text).toBe('R{R=10f/1/100:bulk}(R{R=25:interface}C)');
  });
});
