/** What every format owes the program. A new format is tested by being listed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import type { FileHead, Format } from '#core/import/format.ts';
import { FORMATS } from '#core/import/formats.ts';
import { readHead } from '#core/import/readHead.ts';
import { filesBelow, PROJECT } from '../architecture/sourceFiles.ts';
import { sampleStudy } from '../simulate/sampleStudy.ts';

const NOT_MEASUREMENTS = /(PROVENANCE\.md|study\.json|\.gitkeep)$/;

function fixtureBytes(): readonly { path: string; bytes: Uint8Array }[] {
  const fixtures = filesBelow('tests/fixtures').map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(join(PROJECT, path))),
  }));
  return [...fixtures, ...sampleStudy()].filter(({ path }) => !NOT_MEASUREMENTS.test(path));
}

const heads: FileHead[] = [];
beforeAll(async () => {
  for (const { path, bytes } of fixtureBytes()) heads.push(await readHead(memorySource(path, bytes)));
});

const claimant = (head: FileHead): Format | undefined => FORMATS.find((format) => format.recognise(head));

test('format identifiers and labels are unique', () => {
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  expect(new Set(FORMATS.map(({ label }) => label)).size).toBe(FORMATS.length);
});

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
  test('has a plain identifier, words for the user, and a counted parser version', () => {
    expect(format.id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(format.label.trim()).not.toBe('');
    expect(format.vendor.trim()).not.toBe('');
    expect(format.parserVersion).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(format.parserVersion)).toBe(true);
    for (const extension of format.extensions) expect(extension).toMatch(/^[a-z0-9]+$/);
  });

  test('is the first to claim at least one fixture', () => {
    expect(heads.some((head) => claimant(head) === format)).toBe(true);
  });

  test('decides by content alone: a misleading name changes nothing', () => {
    for (const head of heads) {
      for (const name of ['', 'renamed.bin', 'run.mpr', 'run.mpt', 'run.csv', 'run.DTA']) {
        const verdict = format.recognise({ ...head, name });
        expect(verdict, `${head.name} as ${name}`).toBe(format.recognise(head));
      }
    }
  });

  test('does not claim an empty file or prose', () => {
    const head = (text: string): FileHead => {
      const bytes = new TextEncoder().encode(text);
      return { name: 'x.csv', size: bytes.length, bytes, encoding: 'utf-8', text };
    };
    expect(format.recognise(head(''))).toBe(false);
    expect(format.recognise(head('The cell was opened in the glove box on Monday.\nIt smelled.\n'))).toBe(
      false,
    );
  });
});
