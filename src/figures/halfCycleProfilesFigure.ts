/** One half cycle of cells side by side, a panel a group: initial peak, plateau and tail, time counted from its start. */
import { compareFigureWords as words } from '#core/text/compareFigureWords.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, legendOf, notesOf } from '#figures/cellTrace.ts';
import { timeLimits, voltageLimits, type CellVoltage, type Limits } from '#figures/cellVoltage.ts';
import type { Axis, Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { noteRows } from '#figures/noteRows.ts';
import { panelLayout } from '#figures/panelLayout.ts';
import { voltageLine } from '#figures/voltageLine.ts';

export interface HalfCycleProfilesOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** Which half cycle, from 1. */
  readonly halfCycle: number;
  /** One scale of voltage for all groups, or one that fits each. */
  readonly sharesVoltage: boolean;
  /** Beside those on the cells. */
  readonly notes: readonly string[];
}

interface Unit {
  readonly unit: string;
  /** How many there are in an hour, or in a volt. */
  readonly factor: number;
}

/** As short numbers as the longest half cycle allows. */
const TIMES = [
  { unit: 'h', factor: 1, least_h: 3 },
  { unit: 'min', factor: 60, least_h: 3 / 60 },
  { unit: 's', factor: 3600, least_h: 0 },
] as const;
const PADDING = 0.05;

function timeUnit(cells: readonly CellVoltage[]): Unit {
  const last_h = timeLimits(cells)?.[1] ?? 0;
  return TIMES.find(({ least_h }) => last_h >= least_h) ?? TIMES[0];
}

/** Polarisations are told in millivolts, voltages of full cells in volts. */
function voltageUnit([low, high]: Limits): Unit {
  return Math.max(-low, high) < 1 ? { unit: 'mV', factor: 1000 } : { unit: 'V', factor: 1 };
}

/** From zero on, so that a small difference looks small; that of full cells would be lost in it. */
function sharedRange([low, high]: Limits, { unit, factor }: Unit): Axis['range'] {
  if (unit === 'V') return null;
  const [from, to] = [Math.min(0, low) * factor, Math.max(0, high) * factor];
  const pad = PADDING * Math.max(to - from, 1e-6);
  return [from - (from < 0 ? pad : 0), to + (to > 0 ? pad : 0)];
}

function lineOf(cell: CellVoltage, time: Unit, voltage: Unit): LineTrace {
  const line = voltageLine(cell);
  const { xScale, yScale } = line.series;
  const series = {
    ...line.series,
    xScale: { ...xScale, factor: xScale.factor * time.factor },
    yScale: { ...yScale, factor: yScale.factor * voltage.factor },
  };
  return { ...line, series };
}

/** @param cells each holds that half cycle alone, its time zero where the half cycle begins */
export function halfCycleProfilesFigure(
  cells: readonly CellVoltage[],
  { style, simulated, halfCycle, sharesVoltage, notes: more }: HalfCycleProfilesOptions,
): Figure {
  const groups = byGroup(cells);
  const limits = voltageLimits(cells) ?? [0, 0];
  const [time, voltage] = [timeUnit(cells), voltageUnit(limits)];
  const notes = [...notesOf(cells, simulated), words.halfCycle(halfCycle), ...more];
  const rows = noteRows(notes, style);
  const layout = panelLayout(style, {
    columns: Math.max(1, groups.length),
    hasTitles: true,
    hasNotes: true,
    noteRows: rows.length,
    legend: legendOf(cells),
    hasOwnLabels: !sharesVoltage,
  });
  const range = sharesVoltage ? sharedRange(limits, voltage) : null;
  const panels = groups.flatMap(([group, members], at) => {
    const frame = layout.frames[at];
    if (!frame) return [];
    return {
      id: `half-cycle-${group}`,
      title: group,
      frame,
      xAxis: { quantity: figureWords.time, unit: time.unit, range: null },
      yAxis: { quantity: figureWords.voltage, unit: voltage.unit, range },
      xLink: 'time',
      yLink: sharesVoltage ? 'voltage' : `voltage of ${group}`,
      showsXLabels: true,
      isInset: false,
      traces: members.map((cell) => lineOf(cell, time, voltage)),
    };
  });
  return {
    ...style,
    id: 'half-cycle-profiles',
    title: words.halfCycleTitle(halfCycle),
    panels,
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes,
    noteRows: rows,
    sources: cells.map((cell) => cell.source),
  };
}
