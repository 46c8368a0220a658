/** Voltage against time of any number of cells, overlaid or a panel a group, after the paper's Fig. 2. */
import type { MinMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { rangeExtremes } from '#core/numeric/rangeExtremes.ts';
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, Frame, LineTrace, Panel } from '#figures/figure.ts';
import {
  insetFrame,
  insetShare,
  panelLayout,
  stackedLayout,
  type PanelLayout,
} from '#figures/panelLayout.ts';

export interface CellVoltage extends CellIdentity {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly pyramid: MinMaxPyramid;
  readonly timeIsSorted: boolean;
  readonly timeZero_s: number;
  readonly trimFrom_s: number | null;
  readonly trimTo_s: number | null;
}

export type Arrangement = 'overlaid' | 'stacked' | 'beside';

export interface VoltageTimeOptions {
  readonly style: FigureStyle;
  readonly arrangement: Arrangement;
  /** Hours shown in the inset; null = no inset. */
  readonly inset_h: number | null;
  readonly simulated: boolean;
}

const SECONDS_PER_HOUR = 3600;
/** Free room above and below the data, as a share of their range. */
const PADDING = 0.05;

function lineOf(cell: CellVoltage): LineTrace {
  return {
    id: cell.id,
    label: cell.name,
    group: cell.group,
    colour: cell.colour,
    dash: cell.dash,
    sourceId: cell.source.id,
    series: {
      x: cell.time_s,
      y: cell.voltage_V,
      xScale: { offset: cell.timeZero_s, factor: 1 / SECONDS_PER_HOUR },
      yScale: { offset: 0, factor: 1 },
      from: cell.trimFrom_s,
      to: cell.trimTo_s,
      pyramid: cell.pyramid,
      xIsSorted: cell.timeIsSorted,
    },
  };
}

/** Smallest and largest voltage of what is shown of the cells; null when nothing is. */
function voltageRange(cells: readonly CellVoltage[]): readonly [number, number] | null {
  let min = Infinity;
  let max = -Infinity;
  for (const { time_s, voltage_V, pyramid, timeIsSorted, trimFrom_s, trimTo_s } of cells) {
    const first = timeIsSorted && trimFrom_s !== null ? searchSorted(time_s, trimFrom_s) : 0;
    const last = timeIsSorted && trimTo_s !== null ? searchAbove(time_s, trimTo_s) : time_s.length;
    const { minAt, maxAt } = rangeExtremes(voltage_V, pyramid, first, last);
    min = Math.min(min, voltage_V[minAt] ?? Infinity);
    max = Math.max(max, voltage_V[maxAt] ?? -Infinity);
  }
  return max >= min ? [min, max] : null;
}

/** Limits that keep the data out of the upper `share` of the panel, where the inset stands. */
function roomForInset(
  range: readonly [number, number] | null,
  share: number,
): readonly [number, number] | null {
  if (!range) return null;
  const height = Math.max(range[1] - range[0], 1e-9) * (1 + 2 * PADDING);
  const bottom = range[0] - (PADDING * height) / (1 + 2 * PADDING);
  return [bottom, bottom + height / (1 - share)];
}

interface PanelRequest {
  readonly group: string;
  readonly cells: readonly CellVoltage[];
  readonly frame: Frame;
  readonly hasTitle: boolean;
  readonly showsXLabels: boolean;
  readonly range_V: readonly [number, number] | null;
}

function panelOf({ group, cells, frame, hasTitle, showsXLabels, range_V }: PanelRequest): Panel {
  return {
    id: `voltage-${group}`,
    title: hasTitle ? group : '',
    frame,
    xAxis: { quantity: figureWords.time, unit: 'h', range: null },
    yAxis: { quantity: figureWords.voltage, unit: 'V', range: range_V },
    xLink: 'time',
    yLink: 'voltage',
    showsXLabels,
    isInset: false,
    traces: cells.map(lineOf),
  };
}

function insetOf(panel: Panel, style: FigureStyle, hours: number): Panel {
  return {
    ...panel,
    id: `${panel.id}-inset`,
    title: figureWords.insetTitle(hours),
    frame: insetFrame(style, panel.frame),
    xAxis: { ...panel.xAxis, range: [0, hours] },
    yAxis: { ...panel.yAxis, range: null },
    xLink: null,
    yLink: null,
    showsXLabels: true,
    isInset: true,
    traces: panel.traces.map((trace) => ({ ...trace, id: `${trace.id}-inset` })),
  };
}

function layoutOf(
  groups: number,
  legend: ReturnType<typeof legendOf>,
  options: VoltageTimeOptions,
): PanelLayout {
  const { style, arrangement } = options;
  const request = { hasTitles: arrangement !== 'overlaid', hasNotes: true, legend };
  if (arrangement === 'stacked') return stackedLayout(style, groups, request);
  return panelLayout(style, { ...request, columns: arrangement === 'beside' ? groups : 1 });
}

export function voltageTimeFigure(cells: readonly CellVoltage[], options: VoltageTimeOptions): Figure {
  const { style, arrangement, inset_h } = options;
  const groups = arrangement === 'overlaid' ? ([['all', cells]] as const) : byGroup(cells);
  const { frames, legend, legendLine_mm } = layoutOf(Math.max(1, groups.length), legendOf(cells), options);
  const first = frames[0];
  const range_V =
    inset_h === null || !first ? null : roomForInset(voltageRange(cells), insetShare(style, first));
  const panels = groups.flatMap(([group, members], index) => {
    const frame = frames[index];
    if (!frame) return [];
    const showsXLabels = arrangement !== 'stacked' || index === groups.length - 1;
    const hasTitle = arrangement !== 'overlaid';
    return [panelOf({ group, cells: members, frame, hasTitle, showsXLabels, range_V })];
  });
  const insets = inset_h === null ? [] : panels.map((panel) => insetOf(panel, style, inset_h));
  return {
    ...style,
    id: 'voltage-time',
    title: figureWords.voltageTimeTitle,
    panels: [...panels, ...insets],
    legend,
    legendLine_mm,
    notes: notesOf(cells, options.simulated),
    sources: cells.map((cell) => cell.source),
  };
}
