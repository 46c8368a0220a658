/** Every sentence of every catalogue says something and is said somewhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWords } from '#core/text/checkWords.ts';
import { problemWords, warningWords } from '#core/text/english.ts';
import { english as mainWords } from '../../src/main/text/english.ts';
import { english as rendererWords } from '../../src/renderer/text/english.ts';
import { filesBelow, PROJECT } from '../architecture/sourceFiles.ts';

type Catalogue = Readonly<Record<string, unknown>>;

/** Keys that lead to a text or to a function of texts, with the way there. */
function leaves(catalogue: Catalogue, way: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as Catalogue, [...way, key])
      : [[...way, key]],
  );
}

function valueAt(catalogue: Catalogue, way: readonly string[]): unknown {
  return way.reduce<unknown>((value, key) => (value as Catalogue)[key], catalogue);
}

function codeBelow(folder: string, except: RegExp): string {
  return filesBelow(folder)
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !except.test(path))
    .map((path) => readFileSync(join(PROJECT, path), 'utf8'))
    .join('\n');
}

/** Words that are chosen by a value, as in `words.checkNames[check]`: their group is named without a member. */
function isLookedUp(group: string | undefined, code: string): boolean {
  return group !== undefined && new RegExp(`\\.${group}\\b(?![.\\w])`).test(code);
}

function unusedIn(catalogue: Catalogue, code: string, pattern: (key: string) => RegExp): readonly string[] {
  return leaves(catalogue)
    .filter((way) => !pattern(way.at(-1) ?? '').test(code) && !isLookedUp(way.at(-2), code))
    .map((way) => way.join('.'));
}

const asMember = (key: string): RegExp =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? new RegExp(`[.\\s{,]${key.replaceAll('$', '\\$')}\\b`) : asLiteral(key);
const asLiteral = (key: string): RegExp => new RegExp(`['"]${key.replaceAll('.', '\\.')}['"]`);

const catalogues: readonly (readonly [string, Catalogue])[] = [
  ['problems', problemWords],
  ['warnings', warningWords],
  ['checks', checkWords],
  ['the window', rendererWords],
  ['the main process', mainWords],
];

describe.each(catalogues)('the words of %s', (_, catalogue) => {
  test('are all there: no text is empty', () => {
    const empty = leaves(catalogue).filter((way) => {
      const value = valueAt(catalogue, way);
      return (
        typeof value !== 'function' &&
        (typeof value !== 'string' || value.trim() === '') &&
        !Array.isArray(value)
      );
    });
    expect(empty.map((way) => way.join('.'))).toEqual([]);
  });
});

describe('no words wait unused', () => {
  test('in the catalogue of problems and warnings', () => {
    const code = codeBelow('src', /core\/(text\/|problem\.ts)/);
    expect(unusedIn(problemWords, code, asLiteral)).toEqual([]);
    expect(unusedIn(warningWords, code, asLiteral)).toEqual([]);
  });

  test('in the catalogue of checks', () => {
    const code = codeBelow('src/core', /core\/text\//);
    expect(unusedIn(checkWords, code, asMember)).toEqual([]);
  });

  test("in the window's catalogue", () => {
    const code = codeBelow('src/renderer', /renderer\/text\//);
    expect(unusedIn(rendererWords, code, asMember)).toEqual([]);
  });

  test("in the main process's catalogue", () => {
    const code = codeBelow('src/main', /main\/text\//) + codeBelow('src/core/project', /^$/);
    expect(unusedIn(mainWords, code, asMember)).toEqual([]);
  });
});

test('every problem gives a message and a hint, every sentence ends', () => {
  const anything: Readonly<Record<string, unknown>> = new Proxy(
    {},
    {
      get: (_, key) =>
        typeof key === 'string' && /count|bytes|limit|columns|id|position/i.test(key) ? 3 : 'x.',
    },
  );
  for (const [code, words] of Object.entries(problemWords)) {
    const said = (words as (parameters: unknown) => { message: string; hint: string })(anything);
    expect(said.message, code).toMatch(/\S.*[.?]$/);
    expect(said.hint, code).toMatch(/\S.*[.?]$/);
  }
  for (const [code, words] of Object.entries(warningWords)) {
    expect((words as (parameters: unknown) => string)(anything), code).toMatch(/\S.*[.?]$/);
  }
});
