import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVENTS, REQUESTS } from '#ipc/contract.ts';
import { filesBelow, PROJECT } from '../architecture/sourceFiles.ts';

function codeBelow(folder: string): string {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(PROJECT, path), 'utf8'))
    .join('\n');
}

const main = codeBelow('src/main');
const adapter = codeBelow('src/renderer/platform');
const preload = codeBelow('src/preload');

describe.each(Object.keys(REQUESTS))('request %s', (name) => {
  test('is answered by main and asked by the adapter', () => {
    expect(main).toMatch(new RegExp(`\\b${name}\\b`));
    expect(adapter).toMatch(new RegExp(`\\.${name}\\b`));
  });

  test('is not named in the preload, which loops over the contract', () => {
    expect(preload).not.toMatch(new RegExp(`['".]${name}\\b`));
  });
});

describe.each(Object.keys(EVENTS))('event %s', (name) => {
  test('is told by main and heard by the adapter', () => {
    expect(main).toMatch(new RegExp(`['"]${name}['"]`));
    expect(adapter).toMatch(new RegExp(`['"]${name}['"]`));
  });
});

test('no name is both a request and an event', () => {
  expect(Object.keys(REQUESTS).filter((name) => name in EVENTS)).toEqual([]);
});
