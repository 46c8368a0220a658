/** Each format reads its own fixtures and nobody else's; what counts as its extension stands in the registry only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { FORMATS } from '#core/import/formats.ts';
import { readHead } from '#core/import/readHead.ts';
import { FIXTURES } from '../../support/importBytes.ts';

const OWNERS: readonly (readonly [fixture: string, format: string])[] = [
  ['neware/flat.milliampere.csv', 'neware-csv'],
  ['neware/flat.microampere.cp1252.csv', 'neware-csv'],
  ['neware/flat.microampere-lost.csv', 'neware-csv'],
  ['neware/chinese.gb18030.csv', 'neware-csv'],
  ['neware/chinese.utf8.csv', 'neware-csv'],
  ['neware/chinese.utf8-bom.csv', 'neware-csv'],
  ['neware/chinese-unsigned.utf8.csv', 'neware-csv'],
  ['neware/bts7-layered.csv', 'neware-layered-csv'],
  ['neware/layered.broken-rows.csv', 'neware-layered-csv'],
  ['neware/cycle-report.txt', 'known-unsupported'],
  ['arbin/mits7-names.csv', 'arbin-csv'],
  ['arbin/subset.us-dates.csv', 'arbin-csv'],
  ['arbin/database.csv', 'arbin-csv'],
  ['arbin/metadata.csv', 'known-unsupported'],
  ['table/core-names.csv', 'amalgam-csv'],
  ['table/bdf.machine-names.csv', 'bdf-csv'],
  ['table/bdf.labels.csv', 'bdf-csv'],
  ['table/titled.decimal-comma.csv', 'generic-table'],
  ['table/spectrum.csv', 'generic-impedance'],
];

test('identifiers are unique', () => {
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
});

test('the formats that read any titled table are asked last', () => {
  expect(FORMATS.slice(-4).map(({ id }) => id)).toEqual([
    'known-unsupported',
    'generic-impedance',
    'generic-table',
    'generic-diffraction',
  ]);
});

describe.each(OWNERS)('%s', (fixture, owner) => {
  test(`is claimed by ${owner} and, apart from the table of no vendor, by nobody else`, async () => {
    const head = await readHead(memorySource('renamed', readFileSync(join(FIXTURES, fixture))));
    const claims = FORMATS.filter((format) => format.recognise(head)).map(({ id }) => id);
    expect(claims[0]).toBe(owner);
    expect(claims.filter((id) => id !== owner && id !== 'generic-table')).toEqual([]);
  });
});

test('no other source file knows a file extension of an instrument', () => {
  const src = join(import.meta.dirname, '../../../src');
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const outside = files.filter((path) => !path.includes('core/import/formats'));
  expect(outside.length).toBeGreaterThan(20);
  const knowing = outside.filter((path) =>
    /['"`]\*?\.?(?:mpr|mpt|ndax?|dta|res)['"`]/iu.test(readFileSync(path, 'utf8')),
  );
  expect(knowing).toEqual([]);
});
