/** Tables that stand one below the other in a file, found while its lines pass. */
import type { TableRows, TitledTable } from '#core/import/titledTable.ts';
import type { TextLine } from '#core/import/text/textLines.ts';

export interface TableSection extends TitledTable {
  /** How the file calls the table. */
  readonly name: string;
  readonly rows: TableRows;
}

export type SectionStart = Omit<TableSection, 'rows' | 'sampleLines'>;

export interface SectionCollector {
  /** Tables with at least one line, closed or not. */
  readonly sections: readonly TableSection[];
  /** Names of tables that were opened and have no line. */
  readonly empty: readonly string[];
  readonly isOpen: () => boolean;
  /** Ends the open table, if any, and begins another. */
  open(start: SectionStart): void;
  /** A line of the open table; nothing happens without one. */
  add(line: TextLine): void;
  close(): void;
}

const SAMPLE_LINES = 200;

interface Draft {
  readonly start: SectionStart;
  readonly sampleLines: string[];
  rows: TableRows | undefined;
}

export function createSectionCollector(): SectionCollector {
  const sections: TableSection[] = [];
  const empty: string[] = [];
  let draft: Draft | undefined;

  function close(): void {
    if (draft?.rows) sections.push({ ...draft.start, sampleLines: draft.sampleLines, rows: draft.rows });
    else if (draft) empty.push(draft.start.name);
    draft = undefined;
  }

  return {
    sections,
    empty,
    isOpen: () => draft !== undefined,
    open(start) {
      close();
      draft = { start, sampleLines: [], rows: undefined };
    },
    add(line) {
      if (!draft) return;
      if (draft.sampleLines.length < SAMPLE_LINES) draft.sampleLines.push(line.text);
      const first = draft.rows ?? { byte: line.byte, line: line.line };
      draft.rows = { byte: first.byte, line: first.line, end: line.nextByte };
    },
    close,
  };
}
