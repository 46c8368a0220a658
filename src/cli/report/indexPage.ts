/** The first page of a report: plain HTML that opens from disk, without scripts and without a network. */
import { describeProblem } from '#core/describeProblem.ts';
import type { StudyOfFile } from '#core/project/studyOfFile.ts';
import { CORE_VERSION } from '#core/version.ts';
import { reportWords } from '../text/reportWords.ts';
import type { MeasuredCell } from './comparisonFigures.ts';
import {
  failuresOf,
  filesOf,
  type ReportedComparison,
  type ReportedFigure,
  type ReportedFile,
} from './reportContents.ts';

const words = reportWords.page;

const STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; color: #1a1b1e; background: #fff; max-width: 1100px; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { border-bottom: 1px solid #ced4da; margin-top: 2.5rem; } h3 { margin-top: 2rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.2rem 0.8rem 0.2rem 0; text-align: left; border-bottom: 1px solid #e9ecef; vertical-align: top; }
.number { text-align: right; } .simulated { background: #fff3bf; padding: 0.5rem 1rem; }
figure { margin: 1rem 0; } img { max-width: 100%; height: auto; } figcaption, footer { color: #5c5f66; }
.failed { color: #a61e4d; }`;

export function indexPage(whole: StudyOfFile, comparisons: readonly ReportedComparison[]): string {
  const { study } = whole;
  const files = comparisons.flatMap(({ cells }) => filesOf(cells));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(study.name)}</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(study.name)}</h1>
${study.question === '' ? '' : `<p>${escaped(study.question)}</p>`}
${study.simulated ? `<p class="simulated">${escaped(reportWords.simulated())}</p>` : ''}
${failures(files)}
${comparisons.map((comparison) => section(comparison, whole)).join('\n')}
<h2>${words.files()}</h2>
<p>${link('table-cells.csv')} · ${link('methods.md')}</p>
${table(words.fileTitles(), files.map(fileRow), [3, 4, 5])}
${remarks(files, comparisons)}
<footer><p>${escaped(words.madeBy(CORE_VERSION))}</p></footer>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function link(path: string, label = path): string {
  return `<a href="${escaped(address(path))}">${escaped(label)}</a>`;
}

/** Cells are HTML; the columns at `numbers` stand to the right. */
function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[],
): string {
  const aligned = (column: number) => (numbers.includes(column) ? ' class="number"' : '');
  const head = titles.map((title, column) => `<th${aligned(column)}>${escaped(title)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell, column) => `<td${aligned(column)}>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function failures(files: readonly ReportedFile[]): string {
  const items = failuresOf(files).map(
    ({ path, problem }) => `<li>${escaped(path)}: ${escaped(problem.message)} ${escaped(problem.hint)}</li>`,
  );
  return items.length === 0 ? '' : `<h2>${words.notRead()}</h2>\n<ul class="failed">${items.join('\n')}</ul>`;
}

function section(comparison: ReportedComparison, whole: StudyOfFile): string {
  const { slug, title, cells, figures } = comparison;
  const tables = [`table-half-cycles_${slug}.csv`, `table-cycles_${slug}.csv`];
  const included = cells.filter(({ cell }) => cell.exclusionReason === null);
  return `<h2>${escaped(title)}</h2>
${figures.map(figureBlock).join('\n')}
<h3>${words.cells()}</h3>
${table(
  words.cellTitles(),
  included.flatMap((cell) => cellRows(cell, whole)),
  [2, 3, 4, 5],
)}
<p>${words.tables()}: ${tables.map((name) => link(name)).join(' · ')}</p>`;
}

function figureBlock({ name, title, width_mm, reason }: ReportedFigure): string {
  const drawn = `<img src="${escaped(address(`${name}.svg`))}" alt="${escaped(title)}" style="width: ${width_mm}mm">`;
  const missing = `<p class="failed">${escaped(words.notDrawn(name))} ${escaped(reason ?? '')}</p>`;
  const endings = reason === null ? ['svg', 'pdf', 'csv'] : ['csv'];
  const links = endings.map((ending) => link(`${name}.${ending}`, ending.toUpperCase())).join(' · ');
  return `<figure>${reason === null ? drawn : missing}<figcaption>${escaped(title)} · ${links}</figcaption></figure>`;
}

function cellRows({ name, cell, measurement }: MeasuredCell, { study }: StudyOfFile): string[][] {
  const group = study.groups.find(({ id }) => id === cell.groupId)?.name ?? reportWords.ungrouped();
  return measurement.runs.map(({ cycling, time_s }) => {
    const halfCycles = cycling?.summary.halfCycles ?? [];
    const hours = ((time_s.at(-1) ?? NaN) - (time_s[0] ?? NaN)) / 3600;
    return [
      escaped(name),
      escaped(group),
      String(halfCycles.length),
      digits(hours),
      digits(halfCycles[0]?.polarisation_mV),
      digits(halfCycles.at(-1)?.polarisation_mV),
    ];
  });
}

function digits(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : String(Number(value.toPrecision(4)));
}

function fileRow({ path, cell, inspection }: ReportedFile): string[] {
  const { format, receipt } = inspection;
  const counts = receipt ? [receipt.rowsRead, receipt.rowsRepaired, receipt.rowsRejected] : [];
  const shown = [0, 1, 2].map((at) => counts[at]?.toLocaleString('en') ?? '–');
  return [
    escaped(path),
    escaped(cell),
    escaped(format ?? '–'),
    ...shown,
    link(`receipts/${path}.json`, 'JSON'),
  ];
}

function remarks(files: readonly ReportedFile[], comparisons: readonly ReportedComparison[]): string {
  const byMessage = new Map<string, string[]>();
  for (const { path, inspection } of files) {
    for (const { message } of inspection.warnings)
      byMessage.set(message, [...(byMessage.get(message) ?? []), path]);
  }
  const warnings = [...byMessage].map(([message, paths]) => words.warningOf(message, paths));
  const cells = comparisons.flatMap((comparison) => comparison.cells).flatMap(cellRemarks);
  const items = [...cells, ...warnings].map((item) => `<li>${escaped(item)}</li>`);
  return items.length === 0 ? '' : `<h2>${words.remarks()}</h2>\n<ul>${items.join('\n')}</ul>`;
}

function cellRemarks({ name, cell, measurement }: MeasuredCell): string[] {
  const { notJoined, runs } = measurement;
  const problems = [notJoined, ...runs.map(({ problem }) => problem)].flatMap((problem) =>
    problem ? [`${name}: ${describeProblem(problem).message}`] : [],
  );
  return cell.exclusionReason === null ? problems : [words.excluded(name, cell.exclusionReason), ...problems];
}
