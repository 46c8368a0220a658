/** Reads a study file by ranges: its description first, then the numbers of one dataset after the other. */
import { createValues, valuesOfBytes, type ColumnValues } from '#core/columnValues.ts';
import type { Column } from '#core/dataset.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import { createByteReader } from '#core/import/bytes.ts';
import {
  crc32,
  ENCRYPTED,
  END_LENGTH,
  findEnd,
  inflate,
  LONGEST_COMMENT,
  overLimit,
  readEntry,
  type ZipEntry,
  type ZipLimits,
} from '#core/import/readZip.ts';
import type { Problem } from '#core/problem.ts';
import { archiveFault } from '#core/project/archiveFault.ts';
import { isRecord } from '#core/project/checkShape.ts';
import {
  ARCHIVE_SCHEMA,
  ARCHIVE_VERSION,
  DESCRIPTION_MEMBER,
  numbersLayout,
  numbersMember,
  type ArchivedDataset,
  type ArchiveDocument,
} from '#core/project/studyArchive.ts';

/** An opened study file. Every member it needs is there, with the size it should have. */
export interface StudyArchive {
  readonly document: ArchiveDocument;
  /** The numbers of a dataset of the document. */
  readonly columns: (dataset: ArchivedDataset) => Promise<ColumnsOutcome>;
}

export type StudyArchiveOutcome = { readonly ok: true; readonly archive: StudyArchive } | Refused;
export type ColumnsOutcome = { readonly ok: true; readonly columns: readonly Column[] } | Refused;
interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

/** A study is the user's own and may be large; packed by another program it may still not unpack without end. */
const LIMITS: ZipLimits = { entries: 0xffff, bytes: 2 ** 32, ratio: 300 };
const LARGEST_DESCRIPTION_BYTES = 256 * 2 ** 20;
const RANGE_BYTES = 16 * 2 ** 20;

class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function damaged(what: string): Refusal {
  return new Refusal({ code: 'study-file-damaged', what });
}

async function refusing<T extends { readonly ok: true }>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Problems: `not-a-study-file`, `study-file-newer`, `study-file-damaged`, `file-unreadable`. */
export function readStudyArchive(source: ByteSource): Promise<StudyArchiveOutcome> {
  return refusing(async () => {
    const entries = await readDirectory(source);
    const document = await readDocument(source, entries.get(DESCRIPTION_MEMBER));
    const places = new Map<ArchivedDataset, ZipEntry>();
    for (const [index, dataset] of document.datasets.entries()) {
      const entry = entries.get(numbersMember(index));
      if (entry?.size !== numbersLayout(dataset).bytes)
        throw damaged(`the numbers of ${dataset.fileName} are not all there`);
      places.set(dataset, entry);
    }
    const columns = (dataset: ArchivedDataset) =>
      refusing(async () => ({ ok: true, columns: await readColumns(source, dataset, places.get(dataset)) }));
    return { ok: true, archive: { document, columns } };
  });
}

async function readRange(source: ByteSource, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start);
  for (let done = 0; done < bytes.length; done += RANGE_BYTES) {
    const from = start + done;
    const part = await source.read(from, Math.min(from + RANGE_BYTES, end)).catch((error: unknown) => {
      throw new Refusal({
        code: 'file-unreadable',
        reason: error instanceof Error ? error.message : String(error),
      });
    });
    if (part.length < Math.min(RANGE_BYTES, end - from)) throw damaged('it became shorter while it was read');
    bytes.set(part, done);
  }
  return bytes;
}

function foreign({ name }: ByteSource): Refusal {
  return new Refusal({ code: 'not-a-study-file', name });
}

async function readDirectory(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = source;
  const head = createByteReader(await readRange(source, 0, Math.min(4, size)));
  if (head.u32(0) !== 0x04034b50) throw foreign(source);
  const tailStart = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
  const tail = createByteReader(await readRange(source, tailStart, size));
  const end = findEnd(tail);
  if (end < 0) throw damaged('it ends before its list of members');
  const start = tail.u32(end + 16) ?? 0;
  if (start > tailStart + end) throw damaged('its list of members is not where it should be');
  const directory = createByteReader(await readRange(source, start, tailStart + end));
  return entriesOf(directory, tail.u16(end + 10) ?? 0, size);
}

function entriesOf(
  directory: ReturnType<typeof createByteReader>,
  count: number,
  fileBytes: number,
): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(directory, at);
    if (!entry || entries.has(entry.name)) throw damaged('its list of members cannot be read');
    entries.set(entry.name, entry);
    at = entry.next;
  }
  const listed = [...entries.values()];
  // Members that share their bytes could unpack to far more than the file holds.
  const packed = listed.reduce((sum, entry) => sum + entry.packed, 0);
  if (packed > fileBytes || overLimit(listed, LIMITS))
    throw damaged('its members are larger than they can be');
  return entries;
}

const LOCAL_LENGTH = 30;

async function readMember(source: ByteSource, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const { name, offset, packed, size, flags } = entry;
  const broken = damaged(`its member ${name} does not have the checksum it was saved with`);
  if (offset + LOCAL_LENGTH > source.size || (flags & ENCRYPTED) !== 0) throw broken;
  const header = createByteReader(await readRange(source, offset, offset + LOCAL_LENGTH));
  const start = offset + LOCAL_LENGTH + (header.u16(26) ?? 0) + (header.u16(28) ?? 0);
  if (header.u32(0) !== 0x04034b50 || start + packed > source.size) throw broken;
  const member = inflate(await readRange(source, start, start + packed), entry);
  if (member?.length !== size || crc32(member) !== entry.crc) throw broken;
  return member as Uint8Array<ArrayBuffer>;
}

async function readDocument(source: ByteSource, entry: ZipEntry | undefined): Promise<ArchiveDocument> {
  if (!entry) throw foreign(source);
  if (entry.size > LARGEST_DESCRIPTION_BYTES) throw damaged('its study.json is larger than any study needs');
  const document = parsed(await readMember(source, entry));
  if (!isRecord(document) || document['schema'] !== ARCHIVE_SCHEMA) throw foreign(source);
  const version = document['version'];
  if (typeof version === 'number' && version > ARCHIVE_VERSION)
    throw new Refusal({ code: 'study-file-newer', version, known: ARCHIVE_VERSION });
  const fault = version === ARCHIVE_VERSION ? archiveFault(document) : VERSION_FAULT;
  if (fault) throw damaged(`in its study.json ${fault.path} ${fault.reason}`);
  return document as unknown as ArchiveDocument;
}

const VERSION_FAULT = { path: 'version', reason: 'is not a version of this format' };

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw damaged('its study.json is no JSON');
  }
}

async function readColumns(
  source: ByteSource,
  dataset: ArchivedDataset,
  entry: ZipEntry | undefined,
): Promise<readonly Column[]> {
  if (!entry) throw new Error('a dataset of another study file');
  const member = await readMember(source, entry);
  const { offsets } = numbersLayout(dataset);
  return dataset.columns.map(({ dtype, ...info }, at) => {
    const width = createValues(dtype, 0).BYTES_PER_ELEMENT;
    const start = member.byteOffset + (offsets[at] ?? 0);
    const values: ColumnValues = valuesOfBytes(
      dtype,
      member.buffer.slice(start, start + dataset.rows * width),
    );
    return { ...info, values };
  });
}
