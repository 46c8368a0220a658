/**
 * Siemens and Bruker `.raw` of the versions 1 (`RAW `), 2 (`RAW2`) and 3 (`RAW1.01`). The places of their fields are
 * those of the manufacturer's manual (DIFFRACplus, appendix on the formats) as open readers state them.
 */
import { createByteReader, type ByteReader } from '#core/import/bytes.ts';
import {
  cut,
  damaged,
  field,
  moment,
  readRange,
  real,
  whole,
  type RangeNumbers,
  type RawOutcome,
  type RawRange,
} from '#core/import/formats/bruker/rawRange.ts';
import type { Problem } from '#core/problem.ts';

/** Where a range begins gives what it holds, or why it cannot be read. */
type RangeAt = (at: number) => RangeNumbers | Problem;

interface RangesOptions {
  readonly first: number;
  /** Whether another range follows that which has been read. */
  readonly more: (done: number) => boolean;
}

function readRanges(reader: ByteReader, rangeAt: RangeAt, { first, more }: RangesOptions): RawOutcome {
  const ranges: RawRange[] = [];
  let at = first;
  while (more(ranges.length)) {
    const numbers = rangeAt(at);
    if (!('data' in numbers)) return { ok: false, problem: numbers };
    const range = readRange(reader, numbers);
    if ('code' in range) return { ok: false, problem: range };
    ranges.push(range);
    at = numbers.data + numbers.steps * numbers.stride;
  }
  return { ok: true, ranges };
}

const V1_HEADER = 152;
const V1_SIGNATURE = 0x20574152;
const V1_UNKNOWN = -1e6;

/** Version 1: ranges follow each other with or without the signature; each says whether another one follows. */
export function readRawV1(bytes: Uint8Array): RawOutcome {
  const reader = createByteReader(bytes);
  let follows = true;
  const rangeAt: RangeAt = (place) => {
    const at = reader.u32(place) === V1_SIGNATURE ? place + 4 : place;
    if (at + V1_HEADER > reader.length) return cut(at);
    follows = (reader.u32(at + V1_HEADER - 4) ?? 0) > 0;
    const theta = reader.f32(at + 24) ?? NaN;
    return {
      start_deg: reader.f32(at + 20) ?? NaN,
      step_deg: reader.f32(at + 8) ?? NaN,
      steps: reader.u32(at) ?? 0,
      data: at + V1_HEADER,
      stride: 4,
      countingTime_s: reader.f32(at + 4) ?? null,
      radiation: { kAlpha1_A: reader.f32(at + 68) ?? null, kAlpha2_A: reader.f32(at + 72) ?? null },
      metadata: {
        sample: field(reader, at + 36, 32),
        'position Theta': theta === V1_UNKNOWN ? null : theta,
      },
    };
  };
  return readRanges(reader, rangeAt, { first: 0, more: () => follows });
}

const V2_FIRST_RANGE = 256;
const V2_SHORTEST_HEADER = 48;

export function readRawV2(bytes: Uint8Array): RawOutcome {
  const reader = createByteReader(bytes);
  if (reader.length < V2_FIRST_RANGE) return { ok: false, problem: cut(0) };
  const ranges = reader.u16(4) ?? 0;
  const rangeAt: RangeAt = (at) => {
    const header = reader.u16(at);
    if (header === undefined) return cut(at);
    if (header < V2_SHORTEST_HEADER) return damaged('a range header of fewer than 48 bytes', at);
    return {
      start_deg: reader.f32(at + 16) ?? NaN,
      step_deg: reader.f32(at + 12) ?? NaN,
      steps: reader.u16(at + 2) ?? 0,
      data: at + header,
      stride: 4,
      countingTime_s: reader.f32(at + 8) ?? null,
      radiation: {
        anode: field(reader, 188, 2),
        kAlpha1_A: reader.f32(190) ?? null,
        kAlpha2_A: reader.f32(194) ?? null,
        ratioKAlpha2: reader.f32(198) ?? null,
      },
      metadata: { startTime: field(reader, 168, 20), temperature_K: reader.u16(at + 46) ?? null },
    };
  };
  return readRanges(reader, rangeAt, { first: V2_FIRST_RANGE, more: (done) => done < ranges });
}

const V3_FIRST_RANGE = 712;
const V3_HEADER = 304;

export function readRawV3(bytes: Uint8Array): RawOutcome {
  const reader = createByteReader(bytes);
  if (reader.length < V3_FIRST_RANGE) return { ok: false, problem: cut(0) };
  const ranges = reader.u32(12) ?? 0;
  const rangeAt: RangeAt = (at) => {
    if (at + V3_HEADER > reader.length) return cut(at);
    if (reader.u32(at) !== V3_HEADER) return damaged('a range header of another length than 304 bytes', at);
    return {
      start_deg: real(reader, at + 16),
      step_deg: real(reader, at + 176),
      steps: whole(reader, at + 4),
      data: at + V3_HEADER + whole(reader, at + 256),
      stride: 4,
      countingTime_s: reader.f32(at + 192) ?? null,
      radiation: {
        anode: field(reader, 608, 4),
        kAlpha1_A: real(reader, 624),
        kAlpha2_A: real(reader, 632),
        kBeta_A: real(reader, 640),
        ratioKAlpha2: real(reader, 648),
      },
      metadata: {
        startTime: moment(reader, [16, 10], [26, 10]),
        sample: field(reader, 326, 60),
        comment: field(reader, 386, 160),
        tubeVoltage_kV: whole(reader, at + 224),
        tubeCurrent_mA: whole(reader, at + 228),
      },
    };
  };
  return readRanges(reader, rangeAt, { first: V3_FIRST_RANGE, more: (done) => done < ranges });
}
