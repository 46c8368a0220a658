/** One file on several workers: ranges that end at line ends, scanned side by side and joined in order. */
import { createTableJoiner, type TableJoiner } from '#core/import/text/joinTables.ts';
import { scanTable } from '#core/import/text/scanTable.ts';
import { splitTable } from '#core/import/text/splitTable.ts';
import type {
  ScanOptions,
  ScanOutcome,
  ScannedTable,
  TableLayout,
  TableScanner,
} from '#core/import/text/tableLayout.ts';
import type { Problem } from '#core/problem.ts';

/** Smaller tables are done before a second worker has begun. */
const PARALLEL_FROM_BYTES = 8 * 1024 * 1024;
/** Bounds what waits to be joined, whatever the file's size, and stays in a processor's last cache until then. */
const RANGE_BYTES = 4 * 1024 * 1024;
/** Ranges a worker that the others wait for. */
const RANGES_AHEAD = 1;

/**
 * A TableScanner that shares one file between `workers` workers.
 *
 * The host supplies `scanRange`, which runs `scanTable` in an idle worker: it posts what the worker needs to open the
 * same file (a path, a Blob), the range's layout, which is plain data, and `options.spare`, whose buffers it transfers;
 * the worker answers with the ScanOutcome, transferring `values.buffer` of every column (each has one of its own). What
 * is joined becomes spare again, so that two workers touch little more memory than one. At most `workers` calls are under
 * way. `scanRange` passes the signal on (or ends the worker) and may report bytes through `options.onBytes`, counted
 * from the start of the file as scanTable does. Tables under 8 MB and UTF-16 are scanned where the caller runs.
 *
 *     const scanner = createParallelScanner((source, layout, options) => pool.scan(path, layout, options), 2);
 *     await importFile(source, { createHasher, scanTable: scanner });
 */
export function createParallelScanner(scanRange: TableScanner, workers: number): TableScanner {
  return async (source, layout, options) => {
    const bytes = Math.min(layout.dataEnd ?? source.size, source.size) - layout.dataStart;
    const utf16 = layout.encoding === 'utf-16le' || layout.encoding === 'utf-16be';
    if (workers < 2 || utf16 || bytes < PARALLEL_FROM_BYTES) return scanTable(source, layout, options);
    const ranges = await splitTable(source, layout, RANGE_BYTES);
    const progress = createRangeProgress(layout.dataStart, ranges, options.onBytes);
    const scan = (range: TableLayout, i: number, spare: readonly ArrayBuffer[]): Promise<ScanOutcome> =>
      scanRange(source, range, {
        signal: options.signal,
        spare,
        onBytes: (done) => {
          progress(i, done - range.dataStart);
        },
      });
    return runRanges(ranges, scan, { workers, firstLine: layout.firstLine, signal: options.signal });
  };
}

interface RunOptions extends Pick<ScanOptions, 'signal'> {
  readonly workers: number;
  readonly firstLine: number;
}

type ScanOne = (range: TableLayout, index: number, spare: readonly ArrayBuffer[]) => Promise<ScanOutcome>;

async function runRanges(
  ranges: readonly TableLayout[],
  scan: ScanOne,
  options: RunOptions,
): Promise<ScanOutcome> {
  const queue = createOrderedQueue(options.firstLine, ranges.length);
  const mostAhead = options.workers * RANGES_AHEAD;
  let next = 0;
  let problem: Problem | undefined;

  /** One worker's turns: range after range until all are taken or something is wrong. */
  async function work(): Promise<void> {
    for (let i = next++; i < ranges.length && !problem; i = next++) {
      const range = ranges[i];
      if (!range || !(await queue.near(i - mostAhead))) return;
      const outcome: ScanOutcome = options.signal?.aborted
        ? { ok: false, problem: { code: 'cancelled' } }
        : await scan(range, i, queue.takeSpare());
      if (outcome.ok) queue.add(i, outcome.table);
      else problem = outcome.problem;
      if (problem) queue.giveUp();
    }
  }

  await Promise.all(Array.from({ length: options.workers }, work));
  return problem ? { ok: false, problem } : { ok: true, table: queue.finish() };
}

interface OrderedQueue {
  readonly add: (index: number, part: ScannedTable) => void;
  /** The buffers of one part that is joined; none when there is no such part. */
  readonly takeSpare: () => readonly ArrayBuffer[];
  /** True when all parts before `index` are joined, so that what waits for a slow part is bounded; false: given up. */
  readonly near: (index: number) => Promise<boolean>;
  /** Nothing will be joined any more: whoever waits goes on. */
  readonly giveUp: () => void;
  readonly finish: () => ScannedTable;
}

/** Joins parts as soon as all before them are there, and lets them go. */
function createOrderedQueue(firstLine: number, count: number): OrderedQueue {
  const waiting = new Map<number, ScannedTable>();
  const spare: (readonly ArrayBuffer[])[] = [];
  let sleepers: (() => void)[] = [];
  let joiner: TableJoiner | undefined;
  let next = 0;
  let givenUp = false;

  function wakeAll(): void {
    const woken = sleepers;
    sleepers = [];
    for (const wake of woken) wake();
  }

  return {
    add(index, part) {
      waiting.set(index, part);
      for (let ready = waiting.get(next); ready; ready = waiting.get(next)) {
        joiner ??= createTableJoiner(firstLine, Math.ceil(ready.rows * count * 1.1));
        joiner.append(ready);
        spare.push(buffersOf(ready));
        waiting.delete(next++);
      }
      wakeAll();
    },
    takeSpare: () => spare.pop() ?? [],
    async near(index) {
      while (next < index && !givenUp) await new Promise<void>((resolve) => sleepers.push(resolve));
      return !givenUp;
    },
    giveUp() {
      givenUp = true;
      wakeAll();
    },
    finish: () => (joiner ?? createTableJoiner(firstLine, 0)).finish(),
  };
}

/** What a part was made in; a buffer that columns share would be written to twice. */
function buffersOf({ columns }: ScannedTable): ArrayBuffer[] {
  const buffers = new Set(columns.map(({ values }) => values.buffer));
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** Adds up what every range has done. */
function createRangeProgress(
  dataStart: number,
  ranges: readonly TableLayout[],
  onBytes: (bytesDone: number) => void,
): (index: number, done: number) => void {
  const doneOf = ranges.map(() => 0);
  return (index, done) => {
    doneOf[index] = done;
    onBytes(dataStart + doneOf.reduce((sum, bytes) => sum + bytes, 0));
  };
}
