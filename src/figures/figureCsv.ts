/** The data behind a figure, complete, as CSV: two columns a line, named with quantity, unit and cell. */
import { figureWords } from '#core/text/figureWords.ts';
import type { DisplayScale, Figure, LineTrace, Panel } from '#figures/figure.ts';

const LINE_END = '\r\n';
/** Digits that survive the scaling to displayed units; a double has not many more. */
const DIGITS = 12;
const ROWS_PER_CHUNK = 20_000;

interface CsvColumn {
  readonly title: string;
  readonly values: Float64Array;
  readonly scale: DisplayScale;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows within what the cell was trimmed to. */
function shown({ series }: LineTrace, values: Float64Array): Float64Array {
  const { x, from, to } = series;
  if (from === null && to === null) return values;
  return values.filter((_, i) => {
    const at = x[i] ?? NaN;
    return at >= (from ?? -Infinity) && at <= (to ?? Infinity);
  });
}

function columnsOf(panel: Panel, trace: LineTrace): readonly CsvColumn[] {
  const { series, label, frequency_Hz } = trace;
  const title = (axis: Panel['xAxis']) => `${label}: ${axis.quantity} (${axis.unit})`;
  const frequency = frequency_Hz && {
    title: `${label}: ${figureWords.frequency} (Hz)`,
    values: shown(trace, frequency_Hz),
    scale: { offset: 0, factor: 1 },
  };
  return [
    ...(frequency ? [frequency] : []),
    { title: title(panel.xAxis), values: shown(trace, series.x), scale: series.xScale },
    { title: title(panel.yAxis), values: shown(trace, series.y), scale: series.yScale },
  ];
}

function cellOf({ values, scale }: CsvColumn, row: number): string {
  const value = values[row];
  if (value === undefined || Number.isNaN(value)) return '';
  return String(Number(((value - scale.offset) * scale.factor).toPrecision(DIGITS)));
}

function head(figure: Figure, columns: readonly CsvColumn[]): string {
  const lines = [
    [`# ${figureWords.csvFigure}`, figure.title],
    ...figure.notes.map((note) => [`# ${figureWords.csvNote}`, note]),
    ...figure.sources.map((source) => [
      `# ${figureWords.csvSource}`,
      source.cell,
      source.group,
      source.fileName,
      `${figureWords.csvSha256} ${source.sha256}`,
    ]),
    columns.map(({ title }) => title),
  ];
  return lines.map((cells) => cells.map(quoted).join(',') + LINE_END).join('');
}

/** Insets show a part of what their panel shows and add no data. The text comes in pieces, for files of any length. */
export function* figureCsv(figure: Figure): Generator<string> {
  const columns = figure.panels
    .filter((panel) => !panel.isInset)
    .flatMap((panel) => panel.traces.flatMap((trace) => columnsOf(panel, trace)));
  yield head(figure, columns);
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  for (let from = 0; from < rows; from += ROWS_PER_CHUNK) {
    let chunk = '';
    for (let row = from; row < Math.min(rows, from + ROWS_PER_CHUNK); row++) {
      chunk += columns.map((column) => cellOf(column, row)).join(',') + LINE_END;
    }
    yield chunk;
  }
}
