/** Writes a study file into one buffer of its final size; one column at a time is held beside it. */
import { kindOf, type ColumnValues } from '#core/columnValues.ts';
import { crc32, END_LENGTH } from '#core/import/readZip.ts';
import type { Problem } from '#core/problem.ts';
import {
  DESCRIPTION_MEMBER,
  numbersLayout,
  numbersMember,
  type ArchivedColumn,
  type ArchivedDataset,
  type ArchiveDocument,
} from '#core/project/studyArchive.ts';

export type ReadColumn = (dataset: ArchivedDataset, column: ArchivedColumn) => Promise<ColumnValues>;

export type WrittenArchive =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Problem };

interface Member {
  readonly name: Uint8Array;
  readonly size: number;
  readonly fill: (target: Uint8Array) => Promise<void>;
}

const LOCAL_LENGTH = 30;
const ENTRY_LENGTH = 46;
/** One buffer of a browser and one message between its processes hold this much; ZIP itself ends at 4 GiB. */
const LARGEST_BYTES = 2 ** 31 - 2 ** 16;
const MOST_MEMBERS = 0xfffe;

/** Problem: `study-file-too-large`. Rejects when a column cannot be read, or is not what the document says. */
export async function writeStudyArchive(
  document: ArchiveDocument,
  read: ReadColumn,
): Promise<WrittenArchive> {
  const members = membersOf(document, read);
  const overhead = members.reduce((sum, { name }) => sum + LOCAL_LENGTH + ENTRY_LENGTH + 2 * name.length, 0);
  const total = members.reduce((sum, { size }) => sum + size, overhead + END_LENGTH);
  if (total > LARGEST_BYTES || members.length > MOST_MEMBERS)
    return { ok: false, problem: { code: 'study-file-too-large', limitBytes: LARGEST_BYTES } };
  const bytes = new Uint8Array(total);
  await writeMembers(bytes, members);
  return { ok: true, bytes };
}

function membersOf(document: ArchiveDocument, read: ReadColumn): readonly Member[] {
  const encoder = new TextEncoder();
  const description = encoder.encode(JSON.stringify(document));
  const first: Member = {
    name: encoder.encode(DESCRIPTION_MEMBER),
    size: description.length,
    fill: (target) => {
      target.set(description);
      return Promise.resolve();
    },
  };
  const numbers = document.datasets.map((dataset, index) => ({
    name: encoder.encode(numbersMember(index)),
    size: numbersLayout(dataset).bytes,
    fill: (target: Uint8Array) => fillNumbers(target, dataset, read),
  }));
  return [first, ...numbers];
}

async function fillNumbers(target: Uint8Array, dataset: ArchivedDataset, read: ReadColumn): Promise<void> {
  const { offsets } = numbersLayout(dataset);
  for (const [at, column] of dataset.columns.entries()) {
    const values = await read(dataset, column);
    if (kindOf(values) !== column.dtype || values.length !== dataset.rows)
      throw new Error(`the column ${column.name} of ${dataset.fileName} is not what the study says of it`);
    // Every machine that runs this program keeps its numbers little-endian.
    target.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offsets[at] ?? 0);
  }
}

async function writeMembers(bytes: Uint8Array, members: readonly Member[]): Promise<void> {
  const view = new DataView(bytes.buffer);
  const entries: Placed[] = [];
  let at = 0;
  for (const { name, size, fill } of members) {
    const start = at + LOCAL_LENGTH + name.length;
    const content = bytes.subarray(start, start + size);
    await fill(content);
    const placed = { name, size, crc: crc32(content), offset: at };
    view.setUint32(at, 0x04034b50, true);
    writeFacts(view, at + 4, placed);
    bytes.set(name, at + LOCAL_LENGTH);
    entries.push(placed);
    at = start + size;
  }
  writeDirectory(bytes, entries, at);
}

interface Placed {
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** 1980-01-01, the first date of ZIP: the same study gives the same bytes. */
const FIRST_DATE = 0x21;

/** The fields that a member's own header and its line in the directory share; method 0, kept as it is. */
function writeFacts(view: DataView, at: number, { name, size, crc }: Placed): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 8, FIRST_DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function writeDirectory(bytes: Uint8Array, entries: readonly Placed[], start: number): void {
  const view = new DataView(bytes.buffer);
  let at = start;
  for (const placed of entries) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeFacts(view, at + 6, placed);
    view.setUint32(at + 42, placed.offset, true);
    bytes.set(placed.name, at + ENTRY_LENGTH);
    at += ENTRY_LENGTH + placed.name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - start, true);
  view.setUint32(at + 16, start, true);
}
