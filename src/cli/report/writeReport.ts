/** Writes a report: comparison by comparison, so that only the columns of one are held at a time. */
import { cellFactsOf } from '#core/cycling/cellFacts.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { studyOfFile, type StudyOfFile } from '#core/project/studyOfFile.ts';
import { figureCsv } from '#figures/figureCsv.ts';
import { exactPdf } from '#figures/exactPdf.ts';
import type { CellMeasurement, MeasureCellRequest } from '#jobs/measureCell.ts';
import type { OpenedStudy } from '#jobs/openStudy.ts';
import { comparisonsOf, type Comparison } from './comparison.ts';
import { comparisonFigures, type MeasuredCell, type NamedFigure } from './comparisonFigures.ts';
import type { PressOutcome } from './figurePress.ts';
import { indexPage } from './indexPage.ts';
import { methodsText } from './methodsText.ts';
import { filesOf, type ReportedComparison, type ReportedFigure } from './reportContents.ts';
import type { ReportFolder } from './reportFolder.ts';
import { cellTable, cycleTable, halfCycleTable } from './reportTables.ts';
import { studyDate_s } from './studyDate.ts';

export interface ReportHost {
  readonly folder: ReportFolder;
  readonly press: PressOutcome;
  readonly measure: (requests: readonly MeasureCellRequest[]) => Promise<readonly CellMeasurement[]>;
}

/** Spreadsheets know UTF-8 by it. */
const BYTE_ORDER_MARK = '\uFEFF';

export async function writeReport(
  { requests, study: described }: OpenedStudy,
  host: ReportHost,
): Promise<readonly ReportedComparison[]> {
  const whole = studyOfFile(described);
  const { folder } = host;
  const comparisons: ReportedComparison[] = [];
  for (const comparison of comparisonsOf(whole, described.cells)) {
    const cells = await measured(comparison, { study: described, requests }, host);
    comparisons.push(await writeComparison(comparison, cells, whole, host));
  }
  await folder.write('table-cells.csv', 'table', cellTable(whole));
  await folder.write('methods.md', 'methods', methodsText(whole, comparisons));
  await folder.write('index.html', 'index', indexPage(whole, comparisons));
  return comparisons;
}

async function measured(
  { cells }: Comparison,
  { study, requests }: OpenedStudy,
  { measure }: ReportHost,
): Promise<readonly MeasuredCell[]> {
  const measurements = await measure(
    cells.map(({ cell, described }) => ({
      paths: described.files.flatMap(({ path }) => requests.get(path) ?? []),
      states: described.files.filter(({ path }) => requests.has(path)).map(({ state }) => state),
      area_cm2: cell.area_cm2,
      mass_mg: cell.activeMass_mg,
      setCurrent_A: ampere(cell.setCurrent_mA ?? null),
      cellKind: cell.kind,
      cellFacts: cellFactsOf(cell),
      thresholds: eventThresholdsOf(study),
    })),
  );
  return cells.flatMap((cell, at) => {
    const measurement = measurements[at];
    return measurement ? [{ ...cell, measurement }] : [];
  });
}

async function writeComparison(
  comparison: Comparison,
  cells: readonly MeasuredCell[],
  whole: StudyOfFile,
  { folder, press }: ReportHost,
): Promise<ReportedComparison> {
  const { slug, title } = comparison;
  const date_s = studyDate_s(whole.study, cells);
  const figures: ReportedFigure[] = [];
  for (const named of comparisonFigures(comparison, cells, whole))
    figures.push(await writeFigure(named, { folder, press, date_s }));
  await folder.write(`table-half-cycles_${slug}.csv`, 'table', halfCycleTable(cells, whole));
  await folder.write(`table-cycles_${slug}.csv`, 'table', cycleTable(cells, whole));
  for (const { path, inspection } of filesOf(cells))
    await folder.write(
      `receipts/${path}.json`,
      'receipt',
      `${JSON.stringify({ path, ...inspection }, null, 2)}\n`,
    );
  return { slug, title, cells: cells.map(withoutColumns), figures };
}

/** What the first page and the methods need; the columns of millions of rows are let go. */
function withoutColumns(cell: MeasuredCell): MeasuredCell {
  const runs = cell.measurement.runs.map((run) => {
    const ends = Float64Array.of(run.time_s[0] ?? NaN, run.time_s.at(-1) ?? NaN);
    const none = new Float64Array();
    return { ...run, time_s: ends, voltage_V: none, pyramid: { ...run.pyramid, levels: [] } };
  });
  return { ...cell, measurement: { ...cell.measurement, runs } };
}

async function writeFigure(
  { name, figure }: NamedFigure,
  { folder, press, date_s }: Pick<ReportHost, 'folder' | 'press'> & { readonly date_s: number },
): Promise<ReportedFigure> {
  const { title, width_mm, height_mm } = figure;
  await folder.write(`${name}.csv`, 'figure-csv', withByteOrderMark(figureCsv(figure)));
  if (!press.ok) return { name, title, width_mm, reason: press.reason };
  const svg = await press.press.svg(figure);
  await folder.write(`${name}.svg`, 'figure-svg', svg);
  const pdf = await press.press.pdf(svg, figure);
  await folder.write(`${name}.pdf`, 'figure-pdf', exactPdf(pdf, { date_s, width_mm, height_mm }));
  return { name, title, width_mm, reason: null };
}

function* withByteOrderMark(text: Iterable<string>): Generator<string> {
  yield BYTE_ORDER_MARK;
  yield* text;
}

function ampere(current_mA: number | null): number | null {
  return current_mA === null ? null : current_mA / 1000;
}
