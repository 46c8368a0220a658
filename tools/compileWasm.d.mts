export type WasmName = 'plainRows' | 'columnStatistics';
export function wasmModulePath(name: WasmName): string;
/** The TypeScript module that holds the compiled bytes. */
export function compileWasm(name: WasmName): Promise<string>;
