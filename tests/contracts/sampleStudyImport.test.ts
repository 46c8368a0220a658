/** The sample study read by the program, against what the simulator knows it wrote. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findNumbers } from '#core/dataset.ts';
import { memorySource } from '#core/import/byteSource.ts';
import { importFile } from '#core/import/importFile.ts';
import type { Hasher } from '#core/import/hasher.ts';
import { sampleStudy } from '../simulate/sampleStudy.ts';

const measurements = sampleStudy().filter(({ path }) => path !== 'study.json');

function createHasher(): Hasher {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

/** Rows of a text table: its lines below the titles. */
function textRows(path: string, bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('latin1').trimEnd().split(/\r?\n/);
  const header = path.endsWith('.mpt') ? Number(/: (\d+)/.exec(lines[1] ?? '')?.[1]) : 1;
  return lines.length - header;
}

/** 10 to 80° in steps of 0.02°. */
const SCAN_POINTS = 3501;

function rowsOf(path: string, bytes: Uint8Array): number {
  if (path.includes('XRD')) return SCAN_POINTS;
  return path.endsWith('.mpr') ? binaryRows(bytes) : textRows(path, bytes);
}

function kindOf(path: string): string {
  if (path.includes('XRD')) return 'diffraction';
  return path.includes('PEIS') ? 'impedance' : 'cycling';
}

/** Rows of an .mpr: the number at the start of the data module. */
function binaryRows(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes);
  const module = buffer.indexOf('MODULEVMP data');
  const isNew = buffer.readUInt32LE(module + 41) === 0xffffffff;
  return buffer.readUInt32LE(module + 6 + (isNew ? 59 : 51));
}

describe.each(measurements.map(({ path, bytes }) => [path, bytes] as const))('%s', (path, bytes) => {
  test('is read without loss and passes every check', async () => {
    const outcome = await importFile(memorySource(path, bytes), { createHasher });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    const { datasets, receipt } = outcome;
    expect(datasets.map(({ kind }) => kind)).toEqual([kindOf(path)]);
    expect(datasets[0]?.rows).toBe(rowsOf(path, bytes));
    expect(receipt.rowsRejected).toBe(0);
    expect(receipt.complete).toBe(true);
    expect(receipt.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(receipt.warnings.filter(({ code }) => code !== 'default-metadata')).toEqual([]);
  });
});

const solidCycling = measurements.filter(({ path }) => path.startsWith('simulated-LLTO'));

describe.each(solidCycling.map(({ path, bytes }) => [path, bytes] as const))('%s', (path, bytes) => {
  test('carries 5 mA/cm2 on 0.785 cm2', async () => {
    const outcome = await importFile(memorySource(path, bytes), { createHasher });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    const current = outcome.datasets.map((dataset) => findNumbers(dataset, 'current_A'))[0];
    const largest = current?.reduce((max, value) => Math.max(max, Math.abs(value)), 0) ?? 0;
    expect(largest).toBeCloseTo(0.003925, 6);
  });
});
