/** One line on a terminal that says how far the work is, written over itself and erased at the end. */
import type { ImportProgress } from '#core/import/importFile.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';

export interface ProgressLine {
  readonly reporterOf: (file: number) => (progress: ImportProgress) => void;
  readonly done: (file: number) => void;
  readonly erase: () => void;
}

/** Writes nothing where the terminal has no status line (a pipe, a log file). */
export function createProgressLine(files: number, status: Terminal['status']): ProgressLine {
  const shares = new Float64Array(files);
  let finished = 0;
  let shown = '';
  const show = () => {
    const percent = Math.floor((100 * shares.reduce((sum, share) => sum + share, 0)) / files);
    const text = words.progress(percent, finished, files);
    if (text === shown) return;
    shown = text;
    status?.(text);
  };
  return {
    reporterOf:
      (file) =>
      ({ bytesDone, bytesTotal }) => {
        shares[file] = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : 0;
        show();
      },
    done: (file) => {
      shares[file] = 1;
      finished += 1;
      show();
    },
    erase: () => status?.(''),
  };
}
