/** The terminal of a real process. */
import { setMaxListeners } from 'node:events';
import type { Terminal } from './terminal.ts';

/** A reader that went away (`| head`) ends the program without a word; Ctrl-C asks running work to stop. */
export function createNodeTerminal(): Terminal {
  const controller = new AbortController();
  // Every file in work listens for the one Ctrl-C.
  setMaxListeners(0, controller.signal);
  process.once('SIGINT', () => {
    controller.abort();
  });
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  return {
    write: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => {
          resolve();
        });
      }),
    note: (text) => {
      process.stderr.write(`${text}\n`);
    },
    ...(process.stderr.isTTY && { status: showStatus }),
    signal: controller.signal,
  };
}

/** Back to the line's start, the text, and whatever stood behind it erased. */
function showStatus(text: string): void {
  process.stderr.write(`\r${text.slice(0, Math.max(1, process.stderr.columns - 1))}\x1b[K`);
}
