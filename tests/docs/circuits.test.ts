import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { ELEMENTS } from '#core/eis/elements.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { PROJECT } from '../architecture/sourceFiles.ts';
import { elementsTable, withElementsTable } from './elementsTable.ts';

const page = readFileSync(join(PROJECT, 'docs/circuits.md'), 'utf8');

test('the table of elements is the registry (npm run docs:formats)', () => {
  expect(page).toBe(withElementsTable(page, elementsTable(ELEMENTS)));
});

test('each example is the same circuit in both languages', () => {
  const rows = [...page.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)];
  expect(rows.length).toBeGreaterThan(3);
  for (const [, impedancePy = '', cdc = ''] of rows) {
    const outcome = parseCircuit(impedancePy);
    if (!outcome.ok) throw new Error(impedancePy);
    expect(circuitText(outcome.circuit)).toBe(impedancePy);
    expect(formatCdc(outcome.circuit).text).toBe(cdc);
  }
});
