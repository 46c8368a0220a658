export type WasmName = 'plainRows' | 'columnStatistics' | 'runRows';
export function wasmModulePath(name: WasmName): string;
/** The TypeScript module that holds the compiled bytes. */
export function compileWasm(name: WasmName): Promise<string>;
