/** Runs the command line in this process and gives what it wrote. */
import { main } from '../../src/cli/main.ts';

export async function runAmalgam(...argv: readonly string[]) {
  const written: string[] = [];
  const notes: string[] = [];
  const code = await main([...argv], {
    write: (text) => {
      written.push(text);
      return Promise.resolve();
    },
    note: (text) => {
      notes.push(text);
    },
    status: () => undefined,
    signal: new AbortController().signal,
  });
  return { code, stdout: written.join(''), stderr: notes.join('\n') };
}
