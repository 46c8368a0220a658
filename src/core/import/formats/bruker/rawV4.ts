/**
 * Bruker `RAW4.00`: a header of 61 bytes, segments of a type and a length, then ranges of a header of 160 bytes, more
 * segments, and the points. A point is a 32-bit float, or that and four bytes more (as DIFFRAC.EVA writes it): its
 * size stands in the range header.
 */
import type { Metadata } from '#core/dataset.ts';
import { createByteReader, type ByteReader } from '#core/import/bytes.ts';
import type { FileRadiation } from '#core/import/formats/diffraction/diffractionScan.ts';
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

const FIRST_SEGMENT = 61;
const RANGE_HEADER = 160;
const TEXT_SEGMENT = 10;
const HARDWARE_SEGMENT = 30;

interface FileFacts {
  readonly texts: Map<string, string | null>;
  radiation: FileRadiation;
}

const isRange = (type: number | undefined): boolean => type === 0 || type === 160;

/** Problems: `truncated`, `malformed`. */
export function readRawV4(bytes: Uint8Array): RawOutcome {
  const reader = createByteReader(bytes);
  const facts: FileFacts = { texts: new Map(), radiation: {} };
  let at = FIRST_SEGMENT;
  while (at < reader.length && !isRange(reader.u32(at))) {
    const length = reader.u32(at + 4);
    if (length === undefined) return { ok: false, problem: cut(at) };
    if (length < 8) return { ok: false, problem: damaged('a segment shorter than its own header', at) };
    takeSegment(reader, at, facts);
    at += length;
  }
  return readRanges(reader, at, facts);
}

function takeSegment(reader: ByteReader, at: number, facts: FileFacts): void {
  const type = reader.u32(at);
  const length = reader.u32(at + 4) ?? 0;
  if (type === TEXT_SEGMENT && length > 36) {
    facts.texts.set(field(reader, at + 12, 24) ?? '', field(reader, at + 36, length - 36));
  }
  if (type !== HARDWARE_SEGMENT || length < 120) return;
  facts.radiation = {
    anode: field(reader, at + 116, 4),
    kAlpha1_A: real(reader, at + 80),
    kAlpha2_A: real(reader, at + 88),
    kBeta_A: real(reader, at + 96),
    ratioKAlpha2: real(reader, at + 104),
  };
}

function readRanges(reader: ByteReader, first: number, facts: FileFacts): RawOutcome {
  const ranges: RawRange[] = [];
  let at = first;
  while (at < reader.length) {
    const numbers = rangeNumbers(reader, at, facts);
    if (!('data' in numbers)) return { ok: false, problem: numbers };
    const range = readRange(reader, numbers);
    if ('code' in range) return { ok: false, problem: range };
    ranges.push(range);
    at = numbers.data + numbers.steps * numbers.stride;
  }
  return { ok: true, ranges };
}

function rangeNumbers(reader: ByteReader, at: number, facts: FileFacts): RangeNumbers | Problem {
  if (at + RANGE_HEADER > reader.length) return cut(at);
  if (!isRange(reader.u32(at))) return damaged('something else than a range behind a range', at);
  const stride = whole(reader, at + 136);
  if (stride !== 4 && stride !== 8) return damaged(`points of ${stride} bytes, where 4 and 8 are known`, at);
  const kAlpha1_A = facts.radiation.kAlpha1_A ?? real(reader, at + 112);
  return {
    start_deg: real(reader, at + 72),
    step_deg: real(reader, at + 80),
    steps: whole(reader, at + 88),
    data: at + RANGE_HEADER + whole(reader, at + 140),
    stride,
    countingTime_s: reader.f32(at + 92) ?? null,
    radiation: { ...facts.radiation, kAlpha1_A },
    metadata: rangeMetadata(reader, at, facts),
  };
}

function rangeMetadata(reader: ByteReader, at: number, { texts }: FileFacts): Metadata {
  return {
    scanAxis: field(reader, at + 32, 24),
    startTime: moment(reader, [12, 12], [24, 10]),
    sample: texts.get('SAMPLEID') ?? null,
    comment: texts.get('COMMENT') ?? null,
    creator: texts.get('CREATOR') ?? null,
    tubeVoltage_kV: reader.f32(at + 100) ?? null,
    tubeCurrent_mA: reader.f32(at + 104) ?? null,
  };
}
