import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycle } from './architecture/cycles.ts';
import { importsOf, type Import } from './architecture/imports.ts';
import { impureNames } from './architecture/impureNames.ts';
import { layerOf, readLayerTable } from './architecture/layerTable.ts';
import { sizeReport } from './architecture/sizes.ts';
import { filesBelow, PROJECT, sourceFiles } from './architecture/sourceFiles.ts';

const sources = sourceFiles('src');
const layers = readLayerTable();
const imports: readonly Import[] = sources.flatMap(importsOf);

const isCode = ({ path }: { path: string }): boolean => !/vite\.config\.ts$/.test(path);

describe('layers', () => {
  test('every source file lies in a layer of the table in docs/architecture.md', () => {
    const outside = sources.filter(({ path }) => layerOf(path, layers.keys()) === null);
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  test('every import names a file that is there', () => {
    const missing = imports.filter((named) => named.missing);
    expect(missing.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  test('no file imports what the table does not allow its layer', () => {
    const forbidden = imports.filter(({ from, to }) => {
      const layer = layerOf(from, layers.keys());
      const target = to === null ? null : layerOf(to, layers.keys());
      if (layer === null || to === null || to.startsWith('package.json')) return false;
      return target === null || !(layers.get(layer) ?? []).includes(target);
    });
    expect(forbidden.map(({ from, to }) => `${from} → ${String(to)}`)).toEqual([]);
  });

  test('core and figures import nothing of Node and no package, but one to unpack archives', () => {
    const allowed = ({ from, specifier }: (typeof imports)[number]) =>
      from === 'src/core/import/readZip.ts' && specifier === 'fflate/browser';
    const outer = imports.filter(
      (each) => /^src\/(core|figures)\//.test(each.from) && each.to === null && !allowed(each),
    );
    expect(outer.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  test('only the main process, the preload script, the command line, the launcher and Node workers use Node', () => {
    const users = imports.filter(({ specifier }) => /^(node:|electron$)/.test(specifier));
    const wrong = users.filter(({ from }) => !/^src\/(main|preload|cli|launch|jobs)\//.test(from));
    expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  test('core and figures touch no host, no clock and no unseeded randomness', () => {
    const impure = sources
      .filter(
        ({ path }) => /^src\/(core|figures)\//.test(path) && !path.endsWith('.d.ts') && isCode({ path }),
      )
      .flatMap((file) => impureNames(file).map((name) => `${file.path}: ${name}`));
    expect(impure).toEqual([]);
  });

  test('no import goes round in a circle, types included', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) {
      if (to !== null) edges.set(from, [...(edges.get(from) ?? []), to]);
    }
    expect(findCycle(edges)?.join(' → ') ?? 'no cycle').toBe('no cycle');
  });

  test('simulators import nothing of the program, so that no error of a reader can hide in its test data', () => {
    const inner = sourceFiles('tests/simulate')
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .flatMap(importsOf)
      .filter(({ to, specifier }) => to?.startsWith('src/') === true || specifier.startsWith('#'));
    expect(inner.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });
});

describe('names', () => {
  const written = ['src', 'tests', 'bench'].flatMap(filesBelow).filter((path) => /\.(tsx?|mjs)$/.test(path));

  test('no file or folder is a drawer for odds and ends', () => {
    const drawers = /^(utils?|utilities|helpers?|common|misc|shared)$/i;
    const found = written.filter((path) =>
      path.split('/').some((part) => drawers.test(part.replace(/\..*$/, ''))),
    );
    expect(found).toEqual([]);
  });

  test('no index file gathers exports', () => {
    const entryPoints = ['src/main/index.ts', 'src/preload/index.ts'];
    const found = written.filter((path) => /^index\.(tsx?|mjs)$/.test(basename(path)));
    expect(found.filter((path) => !entryPoints.includes(path))).toEqual([]);
  });

  test('components are PascalCase, everything else camelCase', () => {
    const wrong = sources.filter(({ path }) => {
      const [name = ''] = basename(path).split('.');
      return path.endsWith('.tsx') && name !== 'main'
        ? !/^[A-Z]/.test(name)
        : !/^[a-z][A-Za-z0-9]*$/.test(name);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('what does not belong in a project', () => {
  const texts = ['src', 'tests', 'bench', 'docs', 'resources']
    .flatMap(filesBelow)
    .filter((path) => /\.(tsx?|mjs|js|json|md|html|css|svg)$/.test(path))
    .filter((path) => path !== 'tests/architecture.test.ts')
    .concat(['README.md', 'CHANGELOG.md', 'package.json', 'package-lock.json']);

  const linesWith = (pattern: RegExp, allowed: readonly string[] = []): readonly string[] =>
    texts
      .filter((path) => !allowed.includes(path))
      .flatMap((path) =>
        readFileSync(join(PROJECT, path), 'utf8')
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
      );

  test('paths of one machine', () => {
    expect(linesWith(/(?<![\w.])\/(work|root|home\/\w+|Users\/\w+)\//)).toEqual([]);
  });

  test('hosts of package registries', () => {
    expect(linesWith(/registry\.(npmjs|yarnpkg|npmmirror)|\/npm-proxy|artifactory|verdaccio/i)).toEqual([]);
  });

  test('the folder of real files beside the checkout, but where it is looked up', () => {
    const lookUps = ['tests/support/sharedData.ts', 'tests/support/countRealFiles.ts'];
    expect(linesWith(/\.\.\/shared\b/, lookUps)).toEqual([]);
  });

  test('documents that lie outside of it', () => {
    expect(linesWith(/\b(formats|science|product|performance|style|brief|issue\d*)\.md\b/)).toEqual([]);
  });
});

test('sizes are reported', () => {
  const report = sizeReport(sources.filter(isCode));
  console.info(report);
  expect(report).toMatch(/^\d+ source files/);
});
