/**
 * npm run build:wasm
 *
 * Compiles the AssemblyScript sources of core and writes each as a TypeScript module, so that neither a build nor a start
 * needs the compiler. The unit tests compile them again and compare.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = resolve(import.meta.dirname, '..');

/** What is compiled: the source, the module that holds its bytes, and the constant's name there. */
export const WASM_MODULES = {
  plainRows: {
    folder: 'src/core/import/text',
    constant: 'PLAIN_ROWS_MODULE',
  },
  columnStatistics: {
    folder: 'src/core/numeric',
    constant: 'COLUMN_STATISTICS_MODULE',
  },
  runRows: {
    folder: 'src/core/cycling',
    constant: 'RUN_ROWS_MODULE',
  },
};

/** @typedef {keyof typeof WASM_MODULES} WasmName */

/** Where the compiled bytes are kept. */
export function wasmModulePath(/** @type {WasmName} */ name) {
  return resolve(ROOT, WASM_MODULES[name].folder, `${name}Module.ts`);
}

/** The TypeScript module that holds the compiled bytes. */
export async function compileWasm(/** @type {WasmName} */ name) {
  const { folder, constant } = WASM_MODULES[name];
  const written = new Map();
  const speed = ['-O3', '--converge', '--noAssert', '--enable', 'simd'];
  const options = [...speed, '--runtime', 'stub', '--outFile', 'compiled.wasm'];
  const { error, stderr } = await asc.main([`${folder}/wasm/${name}.ts`, '--baseDir', ROOT, ...options], {
    writeFile: (file, contents) => void written.set(file, contents),
    // The compiler adds a suffix to every import, also to one that has it.
    readFile: (file, folder) => sourceOf(resolve(folder, file.replace(/\.ts\.ts$/, '.ts'))),
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(written.get('compiled.wasm')).toString('base64');
  const lines = base64.match(/.{1,100}/g).map((line) => `  '${line}',`);
  return [
    `/** Compiled from wasm/${name}.ts by \`npm run build:wasm\`: WebAssembly in base64. Not edited by hand. */`,
    `export const ${constant} = [`,
    ...lines,
    "].join('');",
    '',
  ].join('\n');
}

/** Null where there is no such file: the compiler asks in several places. */
function sourceOf(/** @type {string} */ path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const name of Object.keys(WASM_MODULES)) {
    writeFileSync(
      wasmModulePath(/** @type {WasmName} */ (name)),
      await compileWasm(/** @type {WasmName} */ (name)),
    );
  }
}
