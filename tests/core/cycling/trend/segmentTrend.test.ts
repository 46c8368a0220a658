/** A run whose current flows one way is followed over its segments: simulated ones, and a real Li || Li run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { oneWayRun, segmentAt } from '#core/cycling/oneWayRun.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { runTrend } from '#core/cycling/trend/runTrend.ts';
import type { Dataset } from '#core/dataset.ts';
import type { CellKind } from '#core/project/study.ts';
import { polarisationFigure } from '#figures/polarisationFigure.ts';
import { polarisationPoints } from '#figures/polarisationPoints.ts';
import { createRandom } from '../../../simulate/random.ts';
import { expectData, importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';
import { datasetOf } from '../datasetOf.ts';

interface Pulses {
  /** |E| of every pulse, and what stays of it at rest. */
  readonly voltage_mV: readonly number[];
  readonly rest_mV: number;
  readonly minutes?: readonly number[];
  readonly sign?: (pulse: number) => number;
}

/** Pulses of 1 mA, half an hour each unless given, a row a minute, with ten minutes of rest after each. */
function pulses({ voltage_mV, rest_mV, minutes = [], sign = () => 1 }: Pulses): Dataset {
  const rows = voltage_mV.flatMap((value, k) => [
    ...Array.from({ length: minutes[k] ?? 30 }, () => [sign(k) * 1e-3, sign(k) * value * 1e-3]),
    ...Array.from({ length: 10 }, () => [0, rest_mV * 1e-3]),
  ]);
  return datasetOf({
    time_s: rows.map((_, i) => 60 * i),
    current_A: rows.map(([current_A = NaN]) => current_A),
    voltage_V: rows.map(([, voltage_V = NaN]) => voltage_V),
  });
}

function followed(dataset: Dataset, kind: CellKind | null = null, setCurrent_A: number | null = null) {
  const outcome = summariseCycling(dataset, { area_cm2: null, mass_mg: null, setCurrent_A });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { summary, run } = outcome;
  const oneWay = oneWayRun(run, { restThreshold_mA: summary.restThreshold_mA, kind });
  return { summary, oneWay, trend: runTrend({ halfCycles: summary.halfCycles, oneWay }) };
}

describe('pulses of one direction', () => {
  const random = createRandom(31);
  const truth_mV = Array.from({ length: 16 }, (_, k) => 60 + 2 * k + 0.5 * random.normal());

  test('are segments cut at their rests, each with its own polarisation', () => {
    const { summary, oneWay } = followed(pulses({ voltage_mV: truth_mV, rest_mV: 1 }));
    expect(summary.halfCycles).toHaveLength(1);
    expect(oneWay?.segments.map(({ index }) => index)).toEqual(truth_mV.map((_, k) => k + 1));
    for (const [k, segment] of (oneWay?.segments ?? []).entries()) {
      expect(segment.polarisation_mV).toBeCloseTo(truth_mV[k] ?? NaN, 9);
      // 40 minutes from one to the next.
      expect(segment.startTime_s).toBe(2400 * k);
    }
    expect(oneWay?.rest_mV).toBeCloseTo(1, 9);
  });

  test('have a course per segment, in which no half cycle is spoken of', () => {
    const { trend } = followed(pulses({ voltage_mV: truth_mV, rest_mV: 1 }));
    if (!('counted' in trend)) throw new Error('not counted by segments');
    expect(trend).toMatchObject({ ok: true, points: 16, firstSegment: 1, lastSegment: 16, leftOut: [] });
    expect(trend.slope.lower95).toBeLessThan(2);
    expect(trend.slope.upper95).toBeGreaterThan(2);
    const slope = trend.chosen.parameters.find(({ name }) => name === 'slope');
    expect([trend.chosen.model, slope?.unit]).toEqual(['linear', 'mV/segment']);
    expect(trend.verdict.join(' ')).not.toContain('half cycle');
    expect(trend.verdict.at(-1)).toContain('no hysteresis');
  });

  test('one that ended early is left out of the course with the reason', () => {
    const minutes = truth_mV.map((_, k) => (k === 11 ? 12 : 30));
    const { trend } = followed(pulses({ voltage_mV: truth_mV, rest_mV: 1, minutes }));
    expect(trend).toMatchObject({ ok: true, points: 15, leftOut: [{ segment: 12 }] });
  });

  test('of a cell that keeps its voltage at rest have no polarisation to follow', () => {
    const { trend } = followed(pulses({ voltage_mV: truth_mV.map((mV) => 3300 + mV), rest_mV: 3300 }));
    expect(trend).toMatchObject({ ok: false, reason: 'voltage-at-rest', segments: 16 });
  });

  test.each(['full', 'half'] as const)('of a %s cell are no segments of a polarisation', (kind) => {
    expect(followed(pulses({ voltage_mV: truth_mV, rest_mV: 1 }), kind).oneWay).toBeNull();
  });

  test('that go back and forth are half cycles', () => {
    const { oneWay, trend } = followed(
      pulses({ voltage_mV: truth_mV, rest_mV: 0, sign: (pulse) => (pulse % 2 === 0 ? 1 : -1) }),
    );
    expect(oneWay).toBeNull();
    expect(trend).toMatchObject({ ok: true, firstHalfCycle: 1, lastHalfCycle: 16 });
  });

  test('an event stands on the segment in which it begins', () => {
    const { oneWay } = followed(pulses({ voltage_mV: truth_mV, rest_mV: 1 }));
    // 40 minutes a pulse with its rest: after 41 minutes the second has begun.
    expect(segmentAt(oneWay?.segments ?? [], 41 * 60)).toBe(2);
  });
});

const RUN =
  'biologic/datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA_03_GCPL_C05';
const runFile = sharedFile(`${RUN}.txt`);
const loopFile = sharedFile(`${RUN}_LOOP.txt`);

/** The middle of the sorted values, of an even number of them the mean of both. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

function linesBelowTitle(text: string): readonly string[] {
  const [, ...lines] = text.split(/\r?\n/u);
  return lines.filter((line) => line !== '');
}

interface Loop {
  readonly start_s: number;
  readonly size_mV: number;
}

/** From the text itself, cut at the rows where the instrument says that its loops begin. */
function loopsOf(run: string, loopIndexes: string): readonly Loop[] {
  const rows = linesBelowTitle(run).map((line) => line.split('\t').map(Number));
  const starts = linesBelowTitle(loopIndexes)
    .map(Number)
    .filter((row) => row < rows.length);
  return starts.map((row, k) => {
    const loop = rows.slice(row, starts[k + 1]);
    const [from = NaN, to = NaN] = [loop[0]?.[0], loop.at(-1)?.[0]];
    const share = ([time = NaN]: readonly number[]) => (time - from) / (to - from);
    const middle = loop.filter((line) => share(line) >= 0.4 && share(line) <= 0.6);
    const sizes = middle.map(([, voltage_V = NaN]) => Math.abs(voltage_V));
    return { start_s: from, size_mV: 1000 * median(sizes) };
  });
}

const isThere = runFile !== null && loopFile !== null;

describe.runIf(isThere)('a real Li || Li run of 45 hours in one direction', () => {
  async function realRun() {
    const bytes = readFileSync(runFile ?? '');
    const loops = loopsOf(bytes.toString('latin1'), readFileSync(loopFile ?? '', 'latin1'));
    const [dataset] = expectData(await importBytes(new Uint8Array(bytes), runFile ?? '')).datasets;
    if (!dataset) throw new Error('no dataset');
    return { loops, ...followed(dataset, 'symmetric', 4e-4) };
  }
  let read: ReturnType<typeof realRun> | undefined;
  const run = () => (read ??= realRun());

  test('has the polarisation of each loop of the instrument as a segment, and a course over them', async () => {
    const { loops, oneWay, trend } = await run();
    expect(loops).toHaveLength(45);
    expect(oneWay?.segments).toHaveLength(45);
    for (const [k, { startTime_s, polarisation_mV }] of (oneWay?.segments ?? []).entries()) {
      expect(startTime_s).toBe(loops[k]?.start_s);
      expect(polarisation_mV).toBeCloseTo(loops[k]?.size_mV ?? NaN, 9);
    }
    const over = { firstSegment: 1, lastSegment: 45, leftOut: [] };
    expect(trend).toMatchObject({ ok: true, counted: 'segment', points: 45, ...over });
  });

  test('is drawn against its segments, never called half cycles, with events on the loops they begin in', async () => {
    const { loops, summary, oneWay } = await run();
    const points = polarisationPoints(summary, oneWay);
    expect(summary.events.length).toBeGreaterThan(0);
    expect(points.events.map(({ halfCycle }) => halfCycle)).toEqual(
      summary.events.map(({ time_s }) => loops.filter(({ start_s }) => start_s <= time_s).length),
    );
    const source = { id: 'a', cell: 'Li', group: 'bare', fileName: 'run.txt', sha256: '' };
    const look = { groupColour: '#D55E00', colour: '#D55E00', dash: 'solid' } as const;
    const cell = { id: 'a', name: 'Li', group: 'bare', ...look, source, ...points };
    const style = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };
    const { panels, notes, title } = polarisationFigure([cell], { style, simulated: false });
    expect(panels[0]?.xAxis.quantity).toBe('Segment');
    expect(panels[0]?.traces[0]?.series.x).toHaveLength(45);
    expect([title, ...notes].join('; ')).not.toMatch(/half cycle/iu);
    expect(notes).toContain('Li: segments in one direction, no hysteresis');
  });
});
