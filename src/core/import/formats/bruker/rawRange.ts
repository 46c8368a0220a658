/** What the four versions of Bruker `.raw` have in common: ranges of evenly spaced points, each a 32-bit float. */
import type { Metadata } from '#core/dataset.ts';
import type { ByteReader } from '#core/import/bytes.ts';
import {
  evenAngles,
  type DiffractionScan,
  type FileRadiation,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import type { Problem } from '#core/problem.ts';

export type RawRange = Omit<DiffractionScan, 'label'>;

export type RawOutcome =
  | { readonly ok: true; readonly ranges: readonly RawRange[] }
  | { readonly ok: false; readonly problem: Problem };

export interface RangeNumbers {
  readonly start_deg: number;
  readonly step_deg: number;
  readonly steps: number;
  /** Offset of the first point. */
  readonly data: number;
  /** Bytes a point: 4, or 8 where four more follow the intensity. */
  readonly stride: number;
  readonly countingTime_s: number | null;
  readonly radiation: FileRadiation;
  readonly metadata: Metadata;
}

export const cut = (byte: number): Problem => ({ code: 'truncated', what: 'a range of its scan', byte });

export const damaged = (what: string, byte: number): Problem => ({ code: 'malformed', what, byte });

/** The points of a range, or the problem that they are not all there. */
export function readRange(reader: ByteReader, range: RangeNumbers): RawRange | Problem {
  const { start_deg, step_deg, steps, data, stride } = range;
  if (data + steps * stride > reader.length) return cut(data);
  if (!Number.isFinite(start_deg) || !Number.isFinite(step_deg)) {
    return damaged('a range without a start and a step', data);
  }
  return {
    twoTheta_deg: evenAngles(start_deg, step_deg, steps),
    counts: Float64Array.from({ length: steps }, (_, i) => reader.f32(data + i * stride) ?? NaN),
    radiation: range.radiation,
    intensityUnit: 'counts',
    countingTime_s: range.countingTime_s,
    metadata: range.metadata,
    sources: ['2θ (start and step)', 'intensity'],
  };
}

/** Whole numbers of a header; 0 where the file has ended. */
export function whole(reader: ByteReader, offset: number): number {
  return reader.u32(offset) ?? 0;
}

/** A 64-bit number of a header, or NaN. */
export function real(reader: ByteReader, offset: number): number {
  return reader.f64(offset) ?? NaN;
}

/** Day and time from two fields. */
export function moment(
  reader: ByteReader,
  day: readonly [number, number],
  time: readonly [number, number],
): string {
  return [field(reader, ...day), field(reader, ...time)].filter((part) => part !== null).join(' ');
}

/** A fixed field of characters, up to its first NUL. */
export function field(reader: ByteReader, offset: number, length: number): string | null {
  return (
    reader
      .text(offset, length)
      ?.replace(/\0[\s\S]*$/u, '')
      .trim() || null
  );
}
