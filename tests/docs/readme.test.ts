import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '#core/import/formats.ts';
import { filesBelow, PROJECT } from '../architecture/sourceFiles.ts';
import { formatsTable, withFormatsTable } from './formatsTable.ts';

const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
}

test('the table of formats in the README is the registry (npm run docs:formats)', () => {
  expect(readme).toBe(withFormatsTable(readme, formatsTable(FORMATS)));
});

const documents = ['README.md', 'CHANGELOG.md', ...filesBelow('docs').filter((path) => path.endsWith('.md'))];

describe.each(documents)('%s', (path) => {
  const text = readFileSync(join(PROJECT, path), 'utf8');

  test('links to files that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const local = targets.filter((target) => !/^https?:/.test(target));
    expect(local.filter((target) => !existsSync(join(PROJECT, dirname(path), target)))).toEqual([]);
  });

  test('names only source paths and scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as PackageJson;
    const paths = [...text.matchAll(/`((?:src|tests|resources|docs|bench)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(paths.filter((name) => !existsSync(join(PROJECT, name)))).toEqual([]);
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    const later = ['test:kill', 'test:fuzz', 'test:soak'];
    expect(named.filter((name) => !(name in scripts) && !later.includes(name))).toEqual([]);
  });
});
