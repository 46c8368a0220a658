/** Voltage against time of any number of cells, overlaid or a panel a group, after the paper's Fig. 2. */
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, legendOf, notesOf } from '#figures/cellTrace.ts';
import { timeLimits, type CellVoltage, type Limits } from '#figures/cellVoltage.ts';
import type { Figure, FigureStyle, Panel } from '#figures/figure.ts';
import { insetFrame, insetPlace, type InsetPanel, type InsetSide } from '#figures/insetPlace.ts';
import { noteRows } from '#figures/noteRows.ts';
import { panelLayout, stackedLayout, type PanelLayout } from '#figures/panelLayout.ts';
import { eventLegend } from '#figures/eventMarks.ts';
import { shownEvents, voltageEvents, voltageLine } from '#figures/voltageLine.ts';

export type Arrangement = 'overlaid' | 'stacked' | 'beside';

export interface VoltageTimeOptions {
  readonly style: FigureStyle;
  readonly arrangement: Arrangement;
  /** Hours shown in the inset; null = no inset. */
  readonly inset_h: number | null;
  readonly simulated: boolean;
  /** Beside those on the cells, such as by which thresholds events were called. */
  readonly notes?: readonly string[];
  /** One scale of voltage for all panels, the default, or one that fits each. */
  readonly sharesVoltage?: boolean;
}

interface PanelRequest extends InsetPanel {
  readonly sharesVoltage: boolean;
  readonly group: string;
  readonly hasTitle: boolean;
  readonly showsXLabels: boolean;
  readonly range_V: Limits | null;
  readonly range_h: Limits | null;
}

function panelOf(request: PanelRequest): Panel {
  const { group, cells, frame, hasTitle, showsXLabels, range_V, range_h, sharesVoltage } = request;
  return {
    id: `voltage-${group}`,
    title: hasTitle ? group : '',
    frame,
    xAxis: { quantity: figureWords.time, unit: 'h', range: range_h },
    yAxis: { quantity: figureWords.voltage, unit: 'V', range: range_V },
    xLink: 'time',
    yLink: sharesVoltage ? 'voltage' : `voltage of ${group}`,
    showsXLabels,
    isInset: false,
    // Above the lines of every cell.
    traces: [...cells.map(voltageLine), ...cells.flatMap(voltageEvents)],
  };
}

interface InsetRequest {
  readonly style: FigureStyle;
  readonly hours: number;
  readonly side: InsetSide;
}

function insetOf(panel: Panel, { style, hours, side }: InsetRequest): Panel {
  return {
    ...panel,
    id: `${panel.id}-inset`,
    title: figureWords.insetTitle(hours),
    frame: insetFrame(style, panel.frame, side),
    xAxis: { ...panel.xAxis, range: [0, hours] },
    yAxis: { ...panel.yAxis, range: null },
    xLink: null,
    yLink: null,
    showsXLabels: true,
    isInset: true,
    traces: panel.traces.map((trace) => ({ ...trace, id: `${trace.id}-inset` })),
  };
}

interface Words {
  readonly legend: ReturnType<typeof legendOf>;
  readonly noteRows: readonly string[];
}

function layoutOf(
  groups: number,
  { legend, noteRows: rows }: Words,
  options: VoltageTimeOptions,
): PanelLayout {
  const { style, arrangement, sharesVoltage = true } = options;
  const request = {
    hasTitles: arrangement !== 'overlaid',
    hasNotes: true,
    noteRows: rows.length,
    legend,
    hasOwnLabels: !sharesVoltage,
  };
  if (arrangement === 'stacked') return stackedLayout(style, groups, request);
  return panelLayout(style, { ...request, columns: arrangement === 'beside' ? groups : 1 });
}

/** Marks widen an axis that fits itself, to times before the start: where there are some, the data alone decide. */
function eventRange(cells: readonly CellVoltage[]): Limits | null {
  const limits = cells.some((cell) => shownEvents(cell).length > 0) ? timeLimits(cells) : null;
  return limits && limits[1] > limits[0] ? limits : null;
}

export function voltageTimeFigure(cells: readonly CellVoltage[], options: VoltageTimeOptions): Figure {
  const { style, arrangement, inset_h } = options;
  const groups = arrangement === 'overlaid' ? ([['all', cells]] as const) : byGroup(cells);
  const entries = [...legendOf(cells), ...eventLegend(cells.flatMap(shownEvents))];
  const notes = [...notesOf(cells, options.simulated), ...(options.notes ?? [])];
  const words = { legend: entries, noteRows: noteRows(notes, style) };
  const { frames, legend, legendLine_mm } = layoutOf(Math.max(1, groups.length), words, options);
  const places = groups.flatMap(([group, shown], index) => {
    const frame = frames[index];
    return frame ? [{ group, cells: shown, frame }] : [];
  });
  const place = inset_h === null ? null : insetPlace(style, places);
  const range_h = eventRange(cells);
  const panels = places.map((at, index) =>
    panelOf({
      ...at,
      hasTitle: arrangement !== 'overlaid',
      showsXLabels: arrangement !== 'stacked' || index === places.length - 1,
      range_V: place?.range_V ?? null,
      range_h,
      sharesVoltage: options.sharesVoltage ?? true,
    }),
  );
  const insets =
    inset_h === null || !place
      ? []
      : panels.map((panel) => insetOf(panel, { style, hours: inset_h, side: place.side }));
  return {
    ...style,
    id: 'voltage-time',
    title: figureWords.voltageTimeTitle,
    panels: [...panels, ...insets],
    legend,
    legendLine_mm,
    notes,
    noteRows: words.noteRows,
    sources: cells.map((cell) => cell.source),
  };
}
