import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ts from '@typescript/typescript6';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** Where nothing is written by hand. */
const SKIPPED = new Set(['node_modules', 'out', 'dist', '.git', 'test-results', 'sample-study']);

/** Paths of all files below a folder, relative to the project, with forward slashes, sorted. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(relative(PROJECT, path).split(sep).join('/'));
    }
  };
  visit(join(PROJECT, folder));
  return found.sort();
}

export interface SourceFile {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** TypeScript sources below a folder, declarations included. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return filesBelow(folder)
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .map((path) => ({
      path,
      tree: ts.createSourceFile(
        path,
        readFileSync(join(PROJECT, path), 'utf8'),
        ts.ScriptTarget.ESNext,
        true,
      ),
    }));
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}
