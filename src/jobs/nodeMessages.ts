/** What a Node worker thread and its owner say to each other. */
import type { ImportProgress } from '#core/import/importFile.ts';
import type { NodeTask } from '#jobs/nodeTasks.ts';

export type ToNodeWorker =
  | {
      readonly kind: 'run';
      readonly task: NodeTask;
      readonly request: unknown;
      /** How many workers may share one large file of this task; 1 = none but the one it runs in. */
      readonly scanners: number;
    }
  | { readonly kind: 'cancel' };

export type FromNodeWorker =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
