/** How a command answers: one JSON document, or text for people. */
import type { DescribedProblem } from '#core/export/describedProblem.ts';
import type { ExitCode, Invocation } from './command.ts';
import { UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';

/** What every document of one file has. */
export interface FileDocument {
  readonly problem: DescribedProblem | null;
}

export interface Answer<D extends FileDocument> {
  readonly file: string;
  readonly document: D;
  /** What people read in its place. */
  readonly text: string;
}

/** Writes the answers and gives the exit code: 1 as soon as one file has a problem. */
export async function answer<D extends FileDocument>(
  answers: readonly Answer<D>[],
  invocation: Invocation,
  terminal: Terminal,
): Promise<ExitCode> {
  const [only] = answers;
  for (const { file, document } of answers) {
    if (document.problem) terminal.note(words.problem(file, document.problem));
  }
  if (invocation.options['json'] === true) {
    const results = answers.map(({ document }) => document);
    const isOne = answers.length === 1 && invocation.options['batch'] !== true;
    await terminal.write(`${JSON.stringify(isOne ? only?.document : { results })}\n`);
  } else {
    const texts = answers.filter(({ text }) => text !== '').map(({ text }) => text);
    await terminal.write(texts.join('\n'));
  }
  return answers.some(({ document }) => document.problem) ? 1 : 0;
}

/** The files of an invocation; at least one. */
export function filesOf({ files }: Invocation, command: string): readonly string[] {
  if (files.length === 0) throw new UsageError(words.noFile(command));
  return files;
}

/** An option that is a number above zero; null when it was not given. */
export function positiveOption({ options }: Invocation, name: string): number | null {
  const text = options[name];
  if (typeof text !== 'string') return null;
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new UsageError(words.notPositive(name, text));
  return value;
}
