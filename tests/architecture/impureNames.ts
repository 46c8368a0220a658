import ts from '@typescript/typescript6';
import { walk, type SourceFile } from './sourceFiles.ts';

/** Globals of a host. Core and figures run in every host, so they may use none. */
const HOST_GLOBALS = new Set([
  'Buffer',
  'console',
  'document',
  'fetch',
  'globalThis',
  'indexedDB',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
  'Worker',
]);

/** Uses of host globals, of the clock and of unseeded randomness, as `name (line n)`. */
export function impureNames({ tree }: SourceFile): readonly string[] {
  const found: string[] = [];
  const ownNames = declaredNames(tree);
  walk(tree, (node) => {
    const name = impureName(node);
    if (name === undefined || ownNames.has(name)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${name} (line ${line + 1})`);
  });
  return found;
}

/** Variables and parameters of the file itself: a `window` of samples is no browser window. */
function declaredNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

function impureName(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    return text === 'Math.random' || text === 'Date.now' ? text : undefined;
  }
  if (!ts.isIdentifier(node) || !HOST_GLOBALS.has(node.text)) return undefined;
  return isUseOfGlobal(node) ? node.text : undefined;
}

/** False for property names, declarations and parameters that merely share a global's name. */
function isUseOfGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true;
  return ts.isElementAccessExpression(parent) || ts.isTypeOfExpression(parent);
}
