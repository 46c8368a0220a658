import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from '@typescript/typescript6';
import { PROJECT, walk, type SourceFile } from './sourceFiles.ts';

export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path in the project; null for packages and for Node's own modules. */
  readonly to: string | null;
  /** True when `to` is a path where nothing is. */
  readonly missing: boolean;
}

/**
 * Everything a file names of another one: static imports and exports (types too), `import()` as call and as type,
 * `require`, and `new URL('…', import.meta.url)`, which is how workers are named.
 */
export function importsOf({ path, tree }: SourceFile): readonly Import[] {
  const specifiers: string[] = [];
  walk(tree, (node) => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) specifiers.push(specifier.text);
  });
  return specifiers.map((specifier) => ({ from: path, specifier, ...resolveSpecifier(path, specifier) }));
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (ts.isCallExpression(node)) return isImportCall(node) ? node.arguments[0] : undefined;
  if (ts.isNewExpression(node)) return isModuleUrl(node) ? node.arguments?.[0] : undefined;
  return undefined;
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
  return expression.kind === ts.SyntaxKind.ImportKeyword || isRequire;
}

function isModuleUrl(node: ts.NewExpression): boolean {
  const isUrl = ts.isIdentifier(node.expression) && node.expression.text === 'URL';
  return isUrl && node.arguments?.[1]?.getText() === 'import.meta.url';
}

interface PackageJson {
  readonly imports: Readonly<Record<string, string>>;
}

const ALIASES = Object.entries(
  (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as PackageJson).imports,
).map(([alias, target]) => ({ prefix: alias.replace('*', ''), folder: target.replace(/^\.\/|\*$/g, '') }));

/** Entries of the bundles by the names they are built under: a worker is named by its built file beside its owner. */
const BUILT_ENTRIES = new Map(
  ['electron.vite.config.ts', 'src/cli/vite.config.ts'].flatMap((config) =>
    [...readFileSync(join(PROJECT, config), 'utf8').matchAll(/(\w+): resolve\('(src\/[^']+)'\)/g)].map(
      ([, name = '', path = '']) => [name, path] as const,
    ),
  ),
);

/** The project's file that a specifier names. An unknown alias counts as missing. */
function resolveSpecifier(from: string, specifier: string): Pick<Import, 'to' | 'missing'> {
  const bare = specifier.replace(/\?.*$/, '');
  const alias = ALIASES.find(({ prefix }) => bare.startsWith(prefix));
  if (!alias && !bare.startsWith('.')) {
    return bare.startsWith('#') ? { to: bare, missing: true } : { to: null, missing: false };
  }
  const path = alias ? alias.folder + bare.slice(alias.prefix.length) : posix.join(dirname(from), bare);
  const entry = BUILT_ENTRIES.get(posix.basename(path).replace(/\.(mjs|js)$/, ''));
  const candidates = entry === undefined ? [path] : [path, entry];
  const found = candidates.find((candidate) => existsSync(join(PROJECT, candidate)));
  return { to: found ?? path, missing: found === undefined };
}
