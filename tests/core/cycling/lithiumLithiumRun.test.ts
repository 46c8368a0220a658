import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interceptsDuringRun } from '#core/cycling/events/interceptsDuringRun.ts';
import { timedIntercept } from '#core/cycling/events/timedIntercept.ts';
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import type { CyclingOptions } from '#core/cycling/summariseCycling.ts';
import type { Dataset } from '#core/dataset.ts';
import { findNumbers } from '#core/dataset.ts';
import { highFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import { sequenceStart_s } from '#core/import/continuation/sequenceStart.ts';
import { expectData, importBytes } from '../../support/importBytes.ts';
import { sharedFile } from '../../support/sharedData.ts';

const RUN =
  'biologic/datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA';
const voltageFile = sharedFile(`${RUN}_03_GCPL_C05.txt`);
const spectraFile = sharedFile(`${RUN}_02_GEIS_C05.mpr`);

const UNKNOWN: CyclingOptions = { area_cm2: null, mass_mg: null, setCurrent_A: null };

async function datasetsOf(path: string): Promise<readonly Dataset[]> {
  return expectData(await importBytes(new Uint8Array(readFileSync(path)), path)).datasets;
}

async function runOf(path: string): Promise<Dataset> {
  const [dataset] = await datasetsOf(path);
  if (!dataset) throw new Error('no dataset');
  return dataset;
}

function interceptOf(dataset: Dataset): number {
  const usable = spectrumOf(dataset);
  return (usable && highFrequencyIntercept(usable.spectrum)?.value_ohm) ?? NaN;
}

function summaryOf(dataset: Dataset, options: CyclingOptions) {
  const outcome = summariseCycling(dataset, options);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.summary;
}

/** 0.4 mA in one direction, 45 times one hour, a spectrum between two of them; the current stands in the .mps alone. */
describe.runIf(voltageFile !== null)('a real Li || Li run without a current column', () => {
  const path = voltageFile ?? '';

  test('is refused without the current, by the name of what is missing', async () => {
    const outcome = summariseCycling(await runOf(path), UNKNOWN);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'missing-column', wanted: 'current_A' } });
  });

  test('is one half cycle of 45 segments of one hour, without pairs and without hysteresis', async () => {
    const { halfCycles, cycles } = summaryOf(await runOf(path), { ...UNKNOWN, setCurrent_A: 4e-4 });
    expect(halfCycles).toHaveLength(1);
    const starts = halfCycles[0]?.segments.map(({ startTime_s }) => startTime_s) ?? [];
    expect(starts).toHaveLength(45);
    for (const [i, start_s] of starts.slice(1).entries())
      expect(Math.abs(start_s - (starts[i] ?? NaN) - 3600)).toBeLessThan(15);
    // 45 × 1 h × 0.4 mA
    expect(halfCycles[0]?.capacity_mAh).toBeCloseTo(18, 2);
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toMatchObject({ hysteresis_mV: null, coulombicEfficiency: null });
  });

  test('shows its falls as drops', async () => {
    const { events } = summaryOf(await runOf(path), { ...UNKNOWN, setCurrent_A: 4e-4 });
    expect(events.length).toBeGreaterThan(0);
    for (const { criteria } of events) expect(criteria).toContain('drop');
  });

  test.runIf(spectraFile !== null)(
    'the spectra between its segments raise the impedance criterion',
    async () => {
      const spectra = (await datasetsOf(spectraFile ?? '')).filter(({ kind }) => kind === 'impedance');
      expect(spectra).toHaveLength(45);
      const measured = spectra.map((dataset) => ({
        time_s: findNumbers(dataset, 'time_s')?.[0] ?? NaN,
        value_ohm: interceptOf(dataset),
      }));
      const pristine_ohm = measured[0]?.value_ohm ?? NaN;
      const intercepts = measured.map(({ time_s, value_ohm }) => ({
        time_s,
        relative: value_ohm / pristine_ohm,
      }));
      expect(pristine_ohm).toBeCloseTo(203, 0);
      expect(Math.min(...intercepts.map(({ relative }) => relative))).toBeLessThan(0.5);
      const known = { ...NOTHING_KNOWN, intercepts };
      const { events } = summaryOf(await runOf(path), { ...UNKNOWN, setCurrent_A: 4e-4, known });
      expect(events.some(({ criteria }) => criteria.includes('impedance'))).toBe(true);
    },
  );

  test.runIf(spectraFile !== null)(
    'has no clock but that of the sequence its name says it is of',
    async () => {
      const run = await runOf(path);
      const spectra = (await datasetsOf(spectraFile ?? '')).filter(({ kind }) => kind === 'impedance');
      const timed = spectra.map((dataset, i) =>
        timedIntercept(dataset, i === 0 ? { kind: 'pristine' } : { kind: 'unspecified' }),
      );
      const fileName = basename(spectraFile ?? '');
      const linked = spectra.map((dataset) => ({ dataset, fileName }));
      const others = linked.map((each) => ({ ...each, fileName: 'another_02_GEIS_C05.mpr' }));
      expect(sequenceStart_s({ dataset: run, fileName: basename(path) }, others)).toBeNull();
      const start_s = sequenceStart_s({ dataset: run, fileName: basename(path) }, linked);
      const intercepts = interceptsDuringRun(timed, start_s);
      // The time that EC-Lab wrote beside the first point of each sweep.
      expect(intercepts.map(({ time_s }) => Math.round(time_s)).slice(0, 3)).toEqual([901, 4508, 8116]);
      expect(intercepts).toHaveLength(45);
      const known = { ...NOTHING_KNOWN, intercepts };
      const { events } = summaryOf(run, { ...UNKNOWN, setCurrent_A: 4e-4, known });
      expect(events[0]).toMatchObject({ kind: 'soft-short', criteria: ['drop', 'impedance'] });
    },
  );
});
