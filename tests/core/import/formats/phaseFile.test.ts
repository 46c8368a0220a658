import { expect, test } from 'vitest';
import { importBytes } from '../../../support/importBytes.ts';

const HEAD = 'data_a\n_cell_length_a 4\n';
const MEBIBYTE = 1024 * 1024;

test('a long file of nothing but text fields is read to its end without losing its time', async () => {
  const fields = '_x\n;\n;\n'.repeat((4 * MEBIBYTE) / 8);
  const started = performance.now();
  const outcome = await importBytes(HEAD + fields, 'fields.cif');
  // The bound for damaged files of any kind.
  expect(performance.now() - started).toBeLessThan(5000);
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'phase-refused' } });
});

test('what is too large for a description of a phase is refused by its size', async () => {
  const outcome = await importBytes(`${HEAD}${'# comment\n'.repeat(Math.ceil(1.7 * MEBIBYTE))}`, 'huge.cif');
  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'file-too-large', what: 'A description of a phase', limitBytes: 16 * MEBIBYTE },
  });
});
