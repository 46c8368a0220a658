import ts from '@typescript/typescript6';
import { walk, type SourceFile } from './sourceFiles.ts';

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function functionLines({ tree }: SourceFile): readonly number[] {
  const lines: number[] = [];
  const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  walk(tree, (node) => {
    if (isNamedFunction(node)) lines.push(lineAt(node.getEnd()) - lineAt(node.getStart()) + 1);
  });
  return lines;
}

function isNamedFunction(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.body !== undefined;
  const isFunction = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  return isFunction && ts.isVariableDeclaration(node.parent);
}

/** Physical lines of files and of named functions, in one sentence. */
export function sizeReport(files: readonly SourceFile[]): string {
  const fileLines = files.map(({ tree }) => tree.getLineStarts().length);
  const functions = files.flatMap(functionLines);
  const long = functions.filter((lines) => lines > 50).length;
  const total = fileLines.reduce((sum, lines) => sum + lines, 0);
  return (
    `${files.length} source files, ${total} lines; median file ${median(fileLines)} lines, ` +
    `median of ${functions.length} named functions ${median(functions)} lines, ` +
    `${((100 * long) / Math.max(1, functions.length)).toFixed(1)} % over 50`
  );
}
