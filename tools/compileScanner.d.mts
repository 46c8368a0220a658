/** Path of the generated module. */
export const MODULE: string;
/** The TypeScript module that holds the compiled bytes. */
export function compileScanner(): Promise<string>;
