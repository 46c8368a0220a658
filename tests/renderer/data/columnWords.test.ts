import { expect, test } from 'vitest';
import { columnWords, inWords } from '../../../src/renderer/views/data/inspector/columnWords.ts';

test('a column is shown by its words and its unit, an unknown one by its own name', () => {
  expect(columnWords('chargeCapacity_Ah')).toBe('Charge capacity (Ah)');
  expect(columnWords('zRe_ohm')).toMatch(/\(Ω\)$/);
  expect(columnWords('cycle')).not.toContain('(1)');
  expect(columnWords('Aux 1')).toBe('Aux 1');
});

test('a sentence names columns in words and has a true minus sign, and keeps dates and file names', () => {
  expect(inWords('voltage_V reaches -0.4 V.')).toBe('Voltage reaches −0.4 V.');
  expect(inWords('from 2024-05-01 in cell_01.mpt')).toBe('from 2024-05-01 in cell_01.mpt');
});
