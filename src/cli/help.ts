import type { Command } from './command.ts';
import { alignedRows } from './alignedRows.ts';
import { words } from './text/english.ts';

/** The list of commands. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, operands, summary }) => [`  ${name} ${operands}`, summary]);
  return words.generalHelp(alignedRows(rows));
}

/** One command with its options. */
export function commandHelp({ name, operands, summary, options }: Command): string {
  const rows = Object.entries(options).map(([option, { value, description }]) => [
    `  --${option}${value === undefined ? '' : ` ${value}`}`,
    description,
  ]);
  return words.commandHelp(
    `${name} ${operands}`,
    summary,
    alignedRows([...rows, ['  --help', words.helpOption()]]),
  );
}
