/**
 * The files a user named when starting the program: everything that is not a switch nor the program itself. A name that
 * leads nowhere stays, so that its import says so.
 */
import { resolve } from 'node:path';

export interface ArgumentsContext {
  /** Packaged, the program is one argument; in development Electron and the project folder are two. */
  readonly isPackaged: boolean;
  readonly workingDirectory: string;
}

export function pathsFromArguments(argv: readonly string[], context: ArgumentsContext): readonly string[] {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-'));
  const files = context.isPackaged ? named : named.slice(1);
  return files.map((file) => resolve(context.workingDirectory, file));
}
