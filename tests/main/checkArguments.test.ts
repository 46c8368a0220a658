import { describe, expect, test } from 'vitest';
import { checkArguments } from '../../src/main/checkArguments.ts';

const paper = { width_mm: 85, height_mm: 60 };

test.each([
  ['pickFiles', []],
  ['importFile', ['a-run', 'a-handle']],
  ['saveFile', ['figure.svg', new Uint8Array(3)]],
  ['pdfOfSvg', ['<svg/>', paper]],
  ['readRange', ['a-handle', 0, 4]],
  ['editText', ['undo']],
  ['adoptPaths', [['/data/a.mpr']]],
] as const)('%s takes what its contract says', (request, args) => {
  expect(() => {
    checkArguments(request, args);
  }).not.toThrow();
});

describe('refused is', () => {
  test.each([
    ['an argument too many', 'pickFiles', [1]],
    ['a missing argument', 'importFile', ['a-run']],
    ['an object for a handle', 'readText', [{ toString: () => '/etc/passwd' }]],
    ['an empty name', 'cancelImport', ['']],
    ['a name of a megabyte', 'cancelImport', ['a'.repeat(1_000_000)]],
    ['a text for bytes', 'saveFile', ['a.svg', '<svg/>']],
    ['a list for bytes', 'saveFile', ['a.svg', [60, 115]]],
    ['a page without a height', 'pdfOfSvg', ['<svg/>', { width_mm: 85 }]],
    ['a page of no size', 'pdfOfSvg', ['<svg/>', { width_mm: NaN, height_mm: 60 }]],
    ['a place before the file', 'readRange', ['a-handle', -1, 4]],
    ['no page', 'pdfOfSvg', ['<svg/>', null]],
    ['an action of its own', 'editText', ['selectAll']],
    ['a relative path', 'adoptPaths', [['../a.mpr']]],
    ['a path with a zero byte', 'adoptPaths', [['/data/a.mpr\0.txt']]],
    ['a path for paths', 'adoptPaths', ['/data/a.mpr']],
    ['more paths than a drop has', 'adoptPaths', [Array.from({ length: 20_001 }, () => '/a')]],
  ] as const)('%s', (_, request, args) => {
    expect(() => {
      checkArguments(request, args);
    }).toThrow(`The request ${request}`);
  });
});
