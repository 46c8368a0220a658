import { describe, expect, test } from 'vitest';
import type { ColumnValues, ValueKind } from '#core/columnValues.ts';
import { memorySource } from '#core/import/byteSource.ts';
import { readZip } from '#core/import/readZip.ts';
import type { Receipt } from '#core/import/receipt.ts';
import { readStudyArchive } from '#core/project/readStudyArchive.ts';
import type { ArchiveDocument, ArchivedDataset } from '#core/project/studyArchive.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { writeStudyArchive } from '#core/project/writeStudyArchive.ts';
import { createRandom } from '../../simulate/random.ts';

const KINDS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const;
const RECEIPT: Receipt = {
  file: { name: 'a.csv', bytes: 3, sha256: 'ab' },
  format: 'titled-table',
  parserVersion: 1,
  coreVersion: '0',
  checks: [],
  warnings: [{ code: 'no-rows' }],
  encoding: 'utf-8',
  decimalMark: '.',
  delimiter: ',',
  rowsRead: 1,
  rowsRepaired: 0,
  rowsRejected: 0,
  rejectedLines: [],
  signRule: '',
  vendorUnits: {},
  complete: true,
};

/** Every other study has one; those of older programs have none. */
const KEPT = {
  version: 1,
  results: [
    { kind: 'impedance-fit', datasetId: 'd0', contentKey: 'ab:0', value: { inputs: '1 ab:0', fit: {} } },
  ],
} as const;

interface Made {
  readonly document: ArchiveDocument;
  readonly values: readonly (readonly ColumnValues[])[];
}

/** Any bits, those of NaN with a payload, of −0 and of subnormals among them. */
function anyStudy(seed: number): Made {
  const random = createRandom(seed).uniform;
  const upTo = (count: number) => Math.floor(random() * count);
  const kinds = Object.keys(KINDS) as ValueKind[];
  const values: ColumnValues[][] = [];
  const datasets = Array.from({ length: 1 + upTo(5) }, (_, i): ArchivedDataset => {
    const rows = upTo(40);
    const dtypes = Array.from({ length: 1 + upTo(6) }, () => kinds[upTo(5)] ?? 'f64');
    values.push(
      dtypes.map((dtype) => {
        const bytes = Uint8Array.from({ length: rows * KINDS[dtype].BYTES_PER_ELEMENT }, () => upTo(256));
        return new KINDS[dtype](bytes.buffer);
      }),
    );
    return {
      id: `d${i}`,
      importId: 'i',
      cellId: i % 2 ? 'c' : null,
      position: i,
      fileName: 'a.csv',
      kind: 'impedance',
      label: `Sweep ${i}: Ω, 水`,
      rows,
      columns: dtypes.map((dtype, at) => ({ name: `c${at}`, unit: 'V', source: 'x', dtype })),
      metadata: { mass: random(), text: 'é', nothing: null, flag: true },
      state: { kind: 'after-cycle', cycle: 5 },
      contentKey: `ab:${i}`,
      excludedRows: [1, 3],
      impedanceSign: 'negated',
      breaks: [2],
    };
  });
  const document: ArchiveDocument = {
    schema: 'amalgam-archive',
    version: 1,
    study: { id: 's', name: 'S', question: '', simulated: true, createdAt: '2026-01-01', groups: [] },
    cells: [
      { id: 'c', studyId: 's', groupId: null, order: 0, ...UNKNOWN_CELL, name: 'c', setCurrent_mA: 0.1 },
    ],
    imports: [{ id: 'i', importedAt: '2026-01-01', receipt: RECEIPT }],
    datasets,
    ...(seed % 2 === 0 && { kept: KEPT }),
  };
  return { document, values };
}

async function bytesOf({ document, values }: Made): Promise<Uint8Array> {
  const written = await writeStudyArchive(document, (dataset, column) => {
    const at = document.datasets.indexOf(dataset);
    const found = values[at]?.[dataset.columns.indexOf(column)];
    return found ? Promise.resolve(found) : Promise.reject(new Error('no such column'));
  });
  if (!written.ok) throw new Error(written.problem.code);
  return written.bytes;
}

async function codeOf(bytes: Uint8Array): Promise<string | null> {
  const opened = await readStudyArchive(memorySource('s.amalgam', bytes));
  if (!opened.ok) return opened.problem.code;
  for (const dataset of opened.archive.document.datasets) {
    const read = await opened.archive.columns(dataset);
    if (!read.ok) return read.problem.code;
  }
  return null;
}

const rawBytes = (values: ColumnValues) =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex');

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe('a study file', () => {
  test(`gives back every bit of every column, its width, and all that was said of it (seed ${SEED})`, async () => {
    for (let run = 0; run < 40; run++) {
      const made = anyStudy(SEED + run);
      const opened = await readStudyArchive(memorySource('s.amalgam', await bytesOf(made)));
      if (!opened.ok) throw new Error(`seed ${SEED + run}: ${JSON.stringify(opened.problem)}`);
      const { document, columns } = opened.archive;
      expect(document).toEqual(made.document);
      for (const [at, dataset] of document.datasets.entries()) {
        const read = await columns(dataset);
        if (!read.ok) throw new Error(read.problem.code);
        const wanted = made.values[at] ?? [];
        expect(read.columns.map(({ values }) => values.constructor.name)).toEqual(
          wanted.map((values) => values.constructor.name),
        );
        expect(read.columns.map(({ values }) => rawBytes(values))).toEqual(wanted.map(rawBytes));
      }
    }
  });

  test('is a ZIP that another reader unpacks, the same bytes each time', async () => {
    const bytes = await bytesOf(anyStudy(1));
    expect(await bytesOf(anyStudy(1))).toEqual(bytes);
    const unpacked = readZip(bytes, () => true);
    expect(unpacked.ok && unpacked.members.has('study.json')).toBe(true);
  });

  test(`with any one byte changed is refused, or says the same (seed ${SEED})`, async () => {
    const made = anyStudy(SEED);
    const bytes = await bytesOf(made);
    const random = createRandom(SEED).uniform;
    for (let run = 0; run < 300; run++) {
      const changed = bytes.slice();
      const at = Math.floor(random() * bytes.length);
      changed[at] = (changed[at] ?? 0) ^ (1 + Math.floor(random() * 255));
      const code = await codeOf(changed);
      if (code !== null) continue;
      // Bytes of a date or of an attribute mean nothing here.
      const opened = await readStudyArchive(memorySource('s.amalgam', changed));
      expect(opened.ok && opened.archive.document, `byte ${at}`).toEqual(made.document);
    }
  });

  test('cut anywhere is refused', async () => {
    const bytes = await bytesOf(anyStudy(2));
    for (let length = 0; length < bytes.length; length += 1 + Math.floor(bytes.length / 200)) {
      expect(await codeOf(bytes.subarray(0, length)), `${length} bytes`).not.toBeNull();
    }
  });

  test('of a newer version, and a file that is none, are told apart', async () => {
    const { document, values } = anyStudy(3);
    const newer = { ...document, version: 2 } as unknown as ArchiveDocument;
    expect(await codeOf(await bytesOf({ document: newer, values }))).toBe('study-file-newer');
    const other = { ...document, schema: 'other' } as unknown as ArchiveDocument;
    expect(await codeOf(await bytesOf({ document: other, values }))).toBe('not-a-study-file');
    expect(await codeOf(new TextEncoder().encode('time_s,current_A\n1,2\n'))).toBe('not-a-study-file');
    const lost = { ...document, imports: [] };
    expect(await codeOf(await bytesOf({ document: lost, values }))).toBe('study-file-damaged');
  });
});
