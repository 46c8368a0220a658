/** The contract of a command. Adding one costs a file in commands/ and a line in commands.ts. */
import type { Terminal } from './terminal.ts';

export interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  /** How the value is called in the help, such as `CM2`. */
  readonly value?: string;
  readonly description: string;
}

/** What the user wrote behind the command's name. */
export interface Invocation {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  /** One or two words, such as `cycling summary`. */
  readonly name: string;
  readonly summary: string;
  /** What stands behind the name, such as `FILE…`. */
  readonly operands: string;
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** Throws a UsageError for what cannot be run at all; the rest is in the exit code. */
  readonly run: (invocation: Invocation, terminal: Terminal) => Promise<ExitCode>;
}

/** 0 done, 1 the input has a problem, 2 wrong usage, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

export class UsageError extends Error {}
