import { expect, test } from 'vitest';
import { halfCycleTrend } from '#core/cycling/trend/halfCycleTrend.ts';
import { runTrend } from '#core/cycling/trend/runTrend.ts';
import { newCell } from '../../../src/renderer/store/changes/cellChanges.ts';
import {
  cellPolarisations,
  isWithoutPolarisation,
} from '../../../src/renderer/views/cycling/cellPolarisations.ts';
import { eventPlaces } from '../../../src/renderer/views/cycling/eventPlaces.ts';
import { oneWayOf } from '../../../src/renderer/views/cycling/oneWayOf.ts';
import { courseKey } from '../../../src/renderer/views/cycling/useCourses.ts';
import { CONTENTS, shownRun, symmetricRows } from './shownRuns.ts';

/** 80 mV, from the ninth half cycle on a quarter of it. */
const SHORTED = symmetricRows(Array.from({ length: 20 }, (_, half) => (half < 8 ? 0.08 : 0.02)));
const run = shownRun(SHORTED);
const halfCycles = run.outcome?.ok && run.outcome.value.ok ? run.outcome.value.summary.halfCycles : [];

test('until a course is fitted the half cycles are drawn without one, with their events', () => {
  const [cell] = cellPolarisations(CONTENTS, [run]);
  expect(cell?.course).toBeNull();
  expect(cell?.halfCycle).toHaveLength(20);
  expect(cell?.polarisation_mV[0]).toBeCloseTo(80, 0);
  expect(cell?.events?.[0]).toMatchObject({ halfCycle: 9 });
});

test('a fitted course spans the half cycles and lies in its band', () => {
  const value = halfCycleTrend(halfCycles);
  const [cell] = cellPolarisations(CONTENTS, [{ ...run, course: { ok: true, value } }]);
  if (!cell?.course?.band) throw new Error('no band');
  const { halfCycle, polarisation_mV, band } = cell.course;
  expect([halfCycle.at(0), halfCycle.at(-1)]).toEqual([1, 20]);
  expect(band.halfCycle[0]).toBe(1);
  expect(polarisation_mV[0]).toBeGreaterThan(band.lower95_mV[0] ?? NaN);
  expect(polarisation_mV[0]).toBeLessThan(band.upper95_mV[0] ?? NaN);
});

test('a run that is still being summarised is not drawn', () => {
  expect(cellPolarisations(CONTENTS, [{ ...run, outcome: undefined }])).toEqual([]);
});

test('a run between unlike electrodes has no polarisation: said of the cell, or seen where nothing is', () => {
  const cell = newCell('s', 0, { kind: 'full' });
  expect(cellPolarisations(CONTENTS, [{ ...run, cell }])).toEqual([]);
  expect(isWithoutPolarisation({ ...run, cell })).toBe(true);
  expect(isWithoutPolarisation({ ...run, cell: { ...cell, kind: 'symmetric' } })).toBe(false);
  // Of a cell of 3.4 V the voltage keeps its sign when the current turns.
  const voltage_V = SHORTED.voltage_V.map((value) => 3.4 + value);
  const unsaid = shownRun({ ...SHORTED, voltage_V });
  expect(cellPolarisations(CONTENTS, [unsaid, run])).toHaveLength(1);
  expect(isWithoutPolarisation(unsaid)).toBe(true);
});

test('an event at the begin of a half cycle stands on its plateau against time', () => {
  const [mark] = eventPlaces(run);
  expect(mark?.x).toBe(8 * 1800);
  // The ninth half cycle is positive; its middle lies half a per cent below 20 mV.
  expect(mark?.y).toBeCloseTo(0.0199, 4);
});

test('an event inside a half cycle stands on the voltage recorded there', () => {
  const whole = symmetricRows(Array.from({ length: 20 }, () => 0.08));
  const falls = 8 * 60 + 30;
  const voltage_V = whole.voltage_V.map((value, row) => (row < falls ? value : value / 4));
  const [mark] = eventPlaces(shownRun({ ...whole, voltage_V }));
  expect(Math.abs((mark?.x ?? NaN) - 30 * falls)).toBeLessThanOrEqual(90);
  const row = Math.round((mark?.x ?? NaN) / 30);
  expect(mark?.y).toBe(voltage_V[row]);
});

test('a course is fitted again when the current that was set changes, and not otherwise', () => {
  const doubled = halfCycles.map((one) => ({ ...one, current_mA: 2 * one.current_mA }));
  const key = courseKey({ id: 'd', halfCycles, oneWay: null });
  expect(courseKey({ id: 'd', halfCycles: [...halfCycles], oneWay: null })).toBe(key);
  expect(courseKey({ id: 'd', halfCycles: doubled, oneWay: null })).not.toBe(key);
  expect(courseKey({ id: 'other', halfCycles, oneWay: null })).not.toBe(key);
  expect(courseKey({ id: 'd', halfCycles: halfCycles.slice(1), oneWay: null })).not.toBe(key);
});

test('a run in one direction is drawn by its segments, with the course over them', () => {
  // Twelve pulses of half an hour and one direction, ten minutes of rest after each.
  const rows = Array.from({ length: 12 * 80 }, (_, row) => ({ row, flows: row % 80 < 60 }));
  const oneWay = shownRun({
    time_s: rows.map(({ row }) => 30 * row),
    current_A: rows.map(({ flows }) => (flows ? 2e-3 : 0)),
    voltage_V: rows.map(({ row, flows }) => (flows ? 0.05 + 0.001 * Math.floor(row / 80) : 0)),
  });
  const [undrawn] = cellPolarisations(CONTENTS, [oneWay]);
  expect(undrawn).toMatchObject({ counted: 'segment', course: null });
  expect([...(undrawn?.halfCycle ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(undrawn?.polarisation_mV[11]).toBeCloseTo(61, 9);
  if (!oneWay.outcome?.ok || !oneWay.outcome.value.ok) throw new Error('no summary');
  const value = runTrend({
    halfCycles: oneWay.outcome.value.summary.halfCycles,
    oneWay: oneWayOf(oneWay),
  });
  const [cell] = cellPolarisations(CONTENTS, [{ ...oneWay, course: { ok: true, value } }]);
  expect([cell?.course?.halfCycle.at(0), cell?.course?.halfCycle.at(-1)]).toEqual([1, 12]);
});
