/** What views read and change. Every change goes through `change`, so that every change can be undone. */
import type { Column } from '#core/dataset.ts';
import type { Cell, Study } from '#core/project/study.ts';
import type { StoredDataset, StoredImport, StudyDatabase } from './schema.ts';

/** A study with everything in it but the values of the columns. */
export interface StudyContents {
  readonly study: Study;
  /** Sorted by group, then by order within the group. */
  readonly cells: readonly Cell[];
  readonly datasets: readonly StoredDataset[];
  readonly imports: readonly StoredImport[];
}

export interface RowOf {
  readonly studies: Study;
  readonly cells: Cell;
  readonly datasets: StoredDataset;
  readonly imports: StoredImport;
}

/** One row before and after a change; null = not there. Swapped, it is its own inverse. */
export type RowChange = {
  readonly [T in keyof RowOf]: {
    readonly table: T;
    readonly id: string;
    readonly before: RowOf[T] | null;
    readonly after: RowOf[T] | null;
  };
}[keyof RowOf];

/** Built by the functions of store/changes/. */
export interface Change {
  /** What undo names, such as "Set area of 3 cells". */
  readonly label: string;
  readonly rows: readonly RowChange[];
  /** Values of datasets that the change adds. */
  readonly columns?: ReadonlyMap<string, readonly Column[]>;
  /** Consecutive changes with the same key are undone together, such as the files of one drop. */
  readonly together?: string;
  /** A large import is drawn before it is stored; not where further files wait for it. */
  readonly afterDrawing?: boolean;
  /** Gives the change up half way: the transaction is rolled back and nothing stays behind. */
  readonly signal?: AbortSignal;
}

/** What becomes of a change that is on its way into the database. */
export interface PendingEvent {
  readonly kind: 'begun' | 'stored' | 'refused';
  readonly rows: readonly RowChange[];
}

export interface HistoryState {
  /** Label of the change that undo would take back, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface StudyStore {
  /** For the live queries of this folder's hooks; views use the hooks. */
  readonly database: StudyDatabase;

  /** The named columns of a dataset, in the order asked for; columns that the dataset lacks are left out. */
  columns(datasetId: string, names: readonly string[]): Promise<readonly Column[]>;

  /**
   * Applies a change in one transaction and remembers its inverse. It shows at once, before the database has confirmed
   * it, and disappears again when the database refuses it. Rejects with a StorageError.
   */
  change(change: Change): Promise<void>;
  /** Rows of the changes that the database has not confirmed yet. */
  readonly pendingRows: () => readonly RowChange[];
  readonly onPending: (listener: (event: PendingEvent) => void) => () => void;
  /** Takes back the last change; does nothing when there is none. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  readonly history: () => HistoryState;
  readonly onHistory: (listener: () => void) => () => void;

  /** A computed result by its key; undefined when it has not been computed yet. */
  result(key: string): Promise<unknown>;
  putResult(studyId: string, key: string, value: unknown): Promise<void>;
}
