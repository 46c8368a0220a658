/** The contract of a file format: how to recognise it by content and how to read it. */
import type { Dataset } from '#core/dataset.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Encoding } from '#core/import/encoding.ts';
import type { RejectedLine, TableScanner } from '#core/import/text/tableLayout.ts';
import type { Problem, Warning } from '#core/problem.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';

/** The first bytes of a file (up to HEAD_BYTES) and, if they look like text, their text. */
export interface FileHead {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** Decoded text of `bytes` without the byte order mark; empty for binary files. */
  readonly text: string;
}

/** What a format may use while it reads. */
export interface FileInput {
  readonly source: ByteSource;
  readonly head: FileHead;
  readonly signal: AbortSignal | undefined;
  /** Reads flat tables; hosts replace it by one that shares a file between workers. */
  readonly scanTable: TableScanner;
  /** Called with the number of bytes of the file that have been dealt with so far. */
  readonly onBytes: (bytesDone: number) => void;
}

/** What reading found out about the file itself; becomes part of the receipt. */
export interface ReadFacts {
  readonly encoding: Encoding;
  readonly decimalMark: '.' | ',' | null;
  readonly delimiter: string | null;
  readonly rowsRead: number;
  readonly rowsRepaired: number;
  readonly rowsRejected: number;
  /** At most 20 rejected lines, with the reason. */
  readonly rejectedLines: readonly RejectedLine[];
  /** How the sign of the current in the file maps to core's (positive = oxidation at the working electrode). */
  readonly signRule: string;
  /** Units as the file names them, by core column name. */
  readonly vendorUnits: Readonly<Record<string, string>>;
  /** False when the file says or shows that the run had not ended. */
  readonly complete: boolean;
}

export type ParseOutcome =
  | {
      readonly ok: true;
      readonly datasets: readonly Dataset[];
      /** Of a file that describes phases, and holds no measurement. */
      readonly phases?: readonly Phase[];
      readonly facts: ReadFacts;
      readonly warnings: readonly Warning[];
    }
  | { readonly ok: false; readonly problem: Problem };

export interface Format {
  /** Stable identifier, such as `biologic-mpt`. */
  readonly id: string;
  /** What the user reads: `BioLogic EC-Lab text`. */
  readonly label: string;
  readonly vendor: string;
  readonly extensions: readonly string[];
  readonly techniques: string;
  /** Raised whenever the same bytes may give different datasets. */
  readonly parserVersion: number;
  /** True if the content is of this format. The name may never decide alone. */
  readonly recognise: (head: FileHead) => boolean;
  readonly parse: (input: FileInput) => Promise<ParseOutcome>;
}

export const HEAD_BYTES = 65_536;
