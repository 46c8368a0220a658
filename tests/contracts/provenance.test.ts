import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, PROJECT } from '../architecture/sourceFiles.ts';

test('PROVENANCE.md names every fixture and nothing that is not there', () => {
  const text = readFileSync(join(PROJECT, 'tests/fixtures/PROVENANCE.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\|\s*[\w./-]+\/[\w./, -]+\|/.test(line));
  // "neware/a.csv, b.csv": names after the first stand in the same folder unless they say otherwise.
  const named = rows.flatMap((row) => {
    const names = (row.split('|')[1] ?? '').split(',').map((name) => name.trim());
    const folder = (names[0] ?? '').replace(/[^/]*$/, '');
    return names.map((name) => (name.includes('/') ? name : folder + name));
  });
  const present = filesBelow('tests/fixtures')
    .map((path) => path.replace('tests/fixtures/', ''))
    .filter((path) => path !== 'PROVENANCE.md');
  expect([...named].sort()).toEqual([...present].sort());
});
