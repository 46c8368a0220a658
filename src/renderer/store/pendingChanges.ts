/** Changes on their way into the database: shown at once, and taken back when it refuses them. */
import type { Column } from '#core/dataset.ts';
import type { Step } from './applyChange.ts';
import type { PendingEvent, RowChange } from './studyStore.ts';

export interface PendingChanges {
  /** Shows the rows of the step until `work`, which stores it, has ended. */
  during<T>(step: Pick<Step, 'rows' | 'columns'>, work: () => Promise<T>): Promise<T>;
  /** All rows under way, in the order of the changes. */
  readonly rows: () => readonly RowChange[];
  /** The columns of a dataset under way; undefined for any other. */
  columns(datasetId: string): readonly Column[] | undefined;
  readonly subscribe: (listener: (event: PendingEvent) => void) => () => void;
}

export function createPendingChanges(): PendingChanges {
  const underWay = new Set<Pick<Step, 'rows' | 'columns'>>();
  const listeners = new Set<(event: PendingEvent) => void>();
  const tell = (event: PendingEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    during: async (step, work) => {
      const { rows } = step;
      const end = (kind: 'stored' | 'refused') => {
        underWay.delete(step);
        tell({ kind, rows });
      };
      underWay.add(step);
      tell({ kind: 'begun', rows });
      try {
        const result = await work();
        end('stored');
        return result;
      } catch (error) {
        end('refused');
        throw error;
      }
    },
    rows: () => [...underWay].flatMap(({ rows }) => rows),
    columns: (datasetId) => [...underWay].map(({ columns }) => columns.get(datasetId)).find(Boolean),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
