/** What a module in base64 exports, started at once; throws where WebAssembly may not run. */
export function wasmExports(base64: string): unknown {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}
