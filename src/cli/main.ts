/** From the words of a command line to an exit code. */
import { parseArgs } from 'node:util';
import { CORE_VERSION } from '#core/version.ts';
import { closestWord } from './closestWord.ts';
import { UsageError, type Command, type ExitCode, type Invocation } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';

const EVERYWHERE = { help: { type: 'boolean', short: 'h' } } as const;

export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.note(words.interrupted());
      return 130;
    }
    if (!(error instanceof UsageError)) throw error;
    terminal.note(error.message);
    return 2;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first] = argv;
  if (first === '--version' || first === '-V') return print(terminal, `${CORE_VERSION}\n`);
  if (first === '--help' || first === '-h' || first === 'help') return print(terminal, generalHelp(COMMANDS));
  if (first === undefined) throw new UsageError(generalHelp(COMMANDS));
  const command = COMMANDS.find(({ name }) => startsWithWords(argv, name));
  if (!command) throw new UsageError(unknownCommand(argv));
  const invocation = parse(command, argv.slice(command.name.split(' ').length));
  if (invocation.options['help'] === true) return print(terminal, commandHelp(command));
  return command.run(invocation, terminal);
}

async function print(terminal: Terminal, text: string): Promise<ExitCode> {
  await terminal.write(text);
  return 0;
}

function startsWithWords(argv: readonly string[], name: string): boolean {
  return name.split(' ').every((word, i) => argv[i] === word);
}

function unknownCommand(argv: readonly string[]): string {
  const names = COMMANDS.map(({ name }) => name);
  const twoWords = argv.slice(0, 2).join(' ');
  const closest = closestWord(twoWords, names) ?? closestWord(argv[0] ?? '', names);
  return words.unknownCommand(argv[0] ?? '', closest, names);
}

function parse(command: Command, args: readonly string[]): Invocation {
  const definitions = Object.entries(command.options).map(([name, { type }]) => [name, { type }] as const);
  const options = { ...Object.fromEntries(definitions), ...EVERYWHERE };
  try {
    const { values, positionals } = parseArgs({ args: joinNegative(args), options, allowPositionals: true });
    return { files: positionals, options: values };
  } catch (error) {
    throw new UsageError(words.wrongOption(command.name, reasonOf(error, Object.keys(options))));
  }
}

/** `--current-mA -1` names a value, not an option: parseArgs takes it only as `--current-mA=-1`. */
function joinNegative(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-\d/.test(arg) && before?.startsWith('--') && !before.includes('='))
      joined.push(`${joined.pop() ?? ''}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

function reasonOf(error: unknown, options: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(--?[^']+)'/.exec(message)?.[1];
  if (unknown === undefined) return message;
  const closest = closestWord(
    unknown,
    options.map((name) => `--${name}`),
  );
  return words.unknownOption(unknown, closest);
}
