/** Our import as the bench measures it: one warm process that scans the files it is told to. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import type { ByteSource } from '#core/import/byteSource.ts';
import { importFile } from '#core/import/importFile.ts';
import { createParallelScanner } from '#core/import/text/parallelScanner.ts';
import { scanTable, scanTableInScript } from '#core/import/text/scanTable.ts';
import type {
  CellKind,
  LayoutColumn,
  ScanOutcome,
  TableLayout,
  TableScanner,
} from '#core/import/text/tableLayout.ts';
import { hashPath } from '#jobs/hashPath.ts';
import { createNodeHasher } from '#jobs/nodeHasher.ts';
import { fileSource } from './fileSource.ts';

interface Request {
  readonly path: string;
  readonly kind: string;
  readonly workers: number;
  /**
   * scan: the table alone. script: the same without WebAssembly. import: all that a user's import does, with
   * recognition, the format's reader, the checks, and SHA-256 on one more thread.
   */
  readonly way: 'scan' | 'script' | 'import';
  /** Compare every number with Number(text) as well. */
  readonly verify?: boolean;
}

function column(name: string, kind: CellKind = 'number', more: Partial<LayoutColumn> = {}): LayoutColumn {
  return { name, unit: '1', source: name, kind, decimalShift: 0, factor: 1, ...more };
}

const KINDS: Readonly<
  Record<string, { lines: number; delimiter: number; columns: readonly LayoutColumn[] }>
> = {
  neware: {
    lines: 1,
    delimiter: 44,
    columns: [
      ...['record', 'cycle', 'step'].map((name) => column(name)),
      column('stepType', 'text'),
      column('stepTime_s', 'duration'),
      column('time_s', 'duration'),
      column('current_A', 'number', { decimalShift: -3 }),
      column('voltage_V'),
      column('capacity_Ah', 'number', { decimalShift: -3 }),
      column('energy_Wh', 'number', { decimalShift: -3 }),
      column('clock_s', 'date', { dateOrder: 'ymd' }),
      column('power_W'),
    ],
  },
  arbin: { lines: 1, delimiter: 44, columns: Array.from({ length: 12 }, (_, i) => column(`c${i}`)) },
  mpt: {
    lines: 3,
    delimiter: 9,
    columns: Array.from({ length: 14 }, (_, i) =>
      column(`c${i}`, 'number', { decimalShift: i >= 10 && i <= 12 ? -3 : 0 }),
    ),
  },
};

async function layoutOf(source: ByteSource, kind: string): Promise<TableLayout> {
  const found = KINDS[kind];
  if (!found) throw new Error(`no layout for ${kind}`);
  const head = await source.read(0, 65_536);
  let dataStart = 0;
  for (let i = 0; i < found.lines; i++) dataStart = head.indexOf(10, dataStart) + 1;
  return {
    encoding: 'utf-8',
    decimalMark: '.',
    extraCells: 0,
    dataStart,
    firstLine: found.lines + 1,
    delimiter: found.delimiter,
    columns: found.columns,
  };
}

const quiet = { signal: undefined, onBytes: (): void => undefined };
const pool: Worker[] = [];
const idle: Worker[] = [];

function startWorkers(count: number): void {
  while (pool.length < count) {
    const worker = new Worker(new URL(import.meta.url));
    pool.push(worker);
    idle.push(worker);
  }
}

/** Without a layout the file is hashed, else that range of it is scanned. */
interface WorkerRequest {
  readonly path: string;
  readonly layout?: TableLayout;
  readonly spare?: readonly ArrayBuffer[];
}

function askWorker<T>(request: WorkerRequest): Promise<T> {
  const worker = idle.pop();
  if (!worker) throw new Error('no idle worker');
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answered: T) => {
      worker.removeListener('error', reject);
      idle.push(worker);
      resolve(answered);
    });
    worker.postMessage(request, [...(request.spare ?? [])]);
  });
}

async function answerOwner({ path, layout, spare = [] }: WorkerRequest): Promise<void> {
  if (!layout) {
    parentPort?.postMessage(await hashPath({ path }));
    return;
  }
  const source = fileSource(path);
  const outcome = await scanTable(source, layout, { ...quiet, spare });
  source.close();
  const buffers = outcome.ok ? outcome.table.columns.map((each) => each.values.buffer as ArrayBuffer) : [];
  parentPort?.postMessage(outcome, buffers);
}

function scannerOf({ path, workers, way }: Request): TableScanner {
  if (way === 'script') return scanTableInScript;
  if (workers < 2) return scanTable;
  const scanRange: TableScanner = (_, layout, { spare = [] }) =>
    askWorker<ScanOutcome>({ path, layout, spare });
  return createParallelScanner(scanRange, workers);
}

interface Measured {
  readonly rows: number;
  readonly rejected: number;
  readonly columnBytes: number;
  readonly wrong?: { wrong: number; compared: number };
}

async function scan(request: Request, source: ByteSource): Promise<Measured> {
  const layout = await layoutOf(source, request.kind);
  const outcome = await scannerOf(request)(source, layout, quiet);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { table } = outcome;
  return {
    rows: table.rows,
    rejected: table.rowsRejected,
    columnBytes: table.columns.reduce((sum, each) => sum + each.values.byteLength, 0),
    ...(request.verify ? { wrong: wrongDoubles(request.path, layout, outcome) } : {}),
  };
}

async function importAll(request: Request, source: ByteSource): Promise<Measured> {
  const outcome = await importFile(source, {
    createHasher: createNodeHasher,
    digest: () => askWorker<string>({ path: request.path }),
    ...(request.workers > 1 ? { scanTable: scannerOf(request) } : {}),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const columns = outcome.datasets.flatMap((dataset) => dataset.columns);
  return {
    rows: outcome.receipt.rowsRead,
    rejected: outcome.receipt.rowsRejected,
    columnBytes: columns.reduce((sum, each) => sum + each.values.byteLength, 0),
  };
}

async function answer(request: Request): Promise<object> {
  const scanners = request.workers > 1 ? request.workers : 0;
  startWorkers(request.way === 'import' ? scanners + 1 : scanners);
  const source = fileSource(request.path);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const measured = await (request.way === 'import' ? importAll : scan)(request, source);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  source.close();
  return { ms, cpuMs: (user + system) / 1000, ...measured };
}

/** Values of the number columns that are not Number(text) with the unit's shift, and how many were compared. */
function wrongDoubles(
  path: string,
  layout: TableLayout,
  outcome: ScanOutcome,
): { wrong: number; compared: number } {
  const found = { wrong: 0, compared: 0 };
  if (!outcome.ok) return found;
  const separator = String.fromCharCode(layout.delimiter);
  const lines = readFileSync(path, 'latin1').slice(layout.dataStart).split('\n');
  for (let row = 0; row < outcome.table.rows; row++) {
    const cells = (lines[row] ?? '').trim().split(separator);
    for (const [i, { kind, decimalShift }] of layout.columns.entries()) {
      if (kind !== 'number') continue;
      const [mantissa = '', exponent = '0'] = (cells[i] ?? '').split('E');
      found.compared++;
      const expected = Number(`${mantissa}e${Number(exponent) + decimalShift}`);
      if (!Object.is(outcome.table.columns[i]?.values[row], expected)) found.wrong++;
    }
  }
  return found;
}

if (isMainThread) {
  const requests = createInterface({ input: process.stdin });
  requests.on('close', () => {
    // The workers wait for more.
    process.exit(0);
  });
  requests.on('line', (line) => {
    void answer(JSON.parse(line) as Request).then((measured) => {
      console.log(JSON.stringify(measured));
    });
  });
} else {
  parentPort?.on('message', (message: WorkerRequest) => {
    void answerOwner(message);
  });
}
