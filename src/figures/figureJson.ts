/** A figure as JSON, for the command line: lines thinned to what a print shows, numbers as plain lists. */
import { drawnSeries } from '#figures/drawnSeries.ts';
import type { Figure, LineTrace, Panel } from '#figures/figure.ts';

const FILE_DOTS_PER_MM = 300 / 25.4;
const UNSCALED = { offset: 0, factor: 1 } as const;

function thinnedTrace(panel: Panel, trace: LineTrace): LineTrace {
  const columns = Math.ceil(panel.frame.width_mm * FILE_DOTS_PER_MM);
  const points = drawnSeries(trace.series, { range: panel.xAxis.range, columns });
  const scales = { xScale: UNSCALED, yScale: UNSCALED };
  return {
    ...trace,
    series: { ...points, ...scales, from: null, to: null, pyramid: null, xIsSorted: trace.series.xIsSorted },
  };
}

/** The figure with no more points than its size shows, in displayed units. */
export function thinnedFigure(figure: Figure): Figure {
  return {
    ...figure,
    panels: figure.panels.map((panel) => ({
      ...panel,
      traces: panel.traces.map((trace) => thinnedTrace(panel, trace)),
    })),
  };
}

/** NaN is null in JSON. */
export function encodeFigure(figure: Figure): string {
  return JSON.stringify(thinnedFigure(figure), (_key, value: unknown) =>
    value instanceof Float64Array ? Array.from(value) : value,
  );
}

function isNumberList(value: unknown): value is readonly (number | null)[] {
  return Array.isArray(value) && value.every((entry) => entry === null || typeof entry === 'number');
}

/** Reads what encodeFigure wrote. */
export function decodeFigure(json: string): Figure {
  return JSON.parse(json, (key, value: unknown) =>
    (key === 'x' || key === 'y') && isNumberList(value)
      ? Float64Array.from(value, (entry) => entry ?? NaN)
      : value,
  ) as Figure;
}
