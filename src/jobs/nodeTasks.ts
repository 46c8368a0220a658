/** What Node's worker threads can do, one line a task. Electron's main process and the command line call them. */
import { computeBatchItem } from '#core/eis/batchItem.ts';
import { convertPath } from '#jobs/convertPath.ts';
import { hashPath } from '#jobs/hashPath.ts';
import { importPath } from '#jobs/importPath.ts';
import { inspectPath } from '#jobs/inspectPath.ts';
import { measureCell } from '#jobs/measureCell.ts';
import { measureEvidencePath } from '#jobs/measureEvidencePath.ts';
import { scanPath } from '#jobs/scanPath.ts';
import { summarisePath } from '#jobs/summarisePath.ts';

export const NODE_TASKS = {
  import: importPath,
  inspect: inspectPath,
  convert: convertPath,
  summarise: summarisePath,
  /** One range of a table, for a worker that shares a large file. */
  scan: scanPath,
  /** The hash of a file that other workers read meanwhile. */
  hash: hashPath,
  measureCell,
  /** All of one cell that a comparison needs, its spectra fitted. */
  measureEvidence: measureEvidencePath,
  /** One spectrum of a batch. */
  batchItem: computeBatchItem,
};

export type NodeTasks = typeof NODE_TASKS;
export type NodeTask = keyof NodeTasks;
export type NodeRequest<T extends NodeTask> = Parameters<NodeTasks[T]>[0];
export type NodeResult<T extends NodeTask> = Awaited<ReturnType<NodeTasks[T]>>;
