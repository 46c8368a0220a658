/**
 * npm run build:scanner
 *
 * Compiles the AssemblyScript scanner of plain rows and writes it as a TypeScript module, so that neither a build nor
 * a start needs the compiler. The unit tests compile it again and compare.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCE = 'src/core/import/text/wasm/plainRows.ts';
export const MODULE = resolve(ROOT, 'src/core/import/text/plainRowsModule.ts');

/** The TypeScript module that holds the compiled bytes. */
export async function compileScanner() {
  const written = new Map();
  const speed = ['-O3', '--converge', '--noAssert', '--enable', 'simd'];
  const options = [...speed, '--runtime', 'stub', '--outFile', 'plainRows.wasm'];
  const { error, stderr } = await asc.main([SOURCE, '--baseDir', ROOT, ...options], {
    writeFile: (name, contents) => void written.set(name, contents),
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(written.get('plainRows.wasm')).toString('base64');
  const lines = base64.match(/.{1,100}/g).map((line) => `  '${line}',`);
  return [
    '/** Compiled from wasm/plainRows.ts by `npm run build:scanner`: WebAssembly in base64. Not edited by hand. */',
    'export const PLAIN_ROWS_MODULE = [',
    ...lines,
    "].join('');",
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(MODULE, await compileScanner());
}
