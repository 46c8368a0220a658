import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './sourceFiles.ts';

/** What each layer may import, read from the table in docs/architecture.md: the document is the rule. */
export function readLayerTable(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(PROJECT, 'docs/architecture.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `[a-z/]+` \|/.test(line));
  return new Map(
    rows.map((row) => {
      const [, layer = '', allowed = ''] = row.split('|');
      return [
        layer.replaceAll('`', '').trim(),
        [...allowed.matchAll(/`([a-z/]+)`/g)].map(([, name = '']) => name),
      ];
    }),
  );
}

/** The layer of a file: the longest layer name that is a folder above it, below src or beside it. */
export function layerOf(path: string, layers: Iterable<string>): string | null {
  const inside = path.replace(/^src\//, '');
  const owners = [...layers].filter((layer) => inside.startsWith(`${layer}/`));
  return owners.sort((a, b) => b.length - a.length)[0] ?? null;
}
