/** methods.md: the rules by which the numbers of a report came about. */
import type { Study } from '#core/project/study.ts';
import type { StudyOfFile } from '#core/project/studyOfFile.ts';
import { CORE_VERSION } from '#core/version.ts';
import { describeProblem } from '#core/describeProblem.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import { cyclingWords } from '#core/text/cyclingWords.ts';
import { reportWords } from '../text/reportWords.ts';
import type { MeasuredCell } from './comparisonFigures.ts';
import type { ReportedComparison } from './reportContents.ts';

const words = reportWords.methods;

export function methodsText(whole: StudyOfFile, comparisons: readonly ReportedComparison[]): string {
  const { study } = whole;
  const cells = comparisons.flatMap((comparison) => comparison.cells);
  const read = cells.flatMap(({ measurement }) => measurement.inspections).filter(({ problem }) => !problem);
  return [
    `# ${words.title(study.name)}`,
    ...(study.question === '' ? [] : [study.question]),
    ...(study.simulated ? [`**${reportWords.simulated()}**`] : []),
    words.version(CORE_VERSION),
    `## ${words.data()}`,
    words.files(read.length, cells.length),
    ...comparisons.flatMap((comparison) => [`### ${comparison.title}`, list(groupCounts(comparison, whole))]),
    ...exclusions(cells),
    `## ${words.rules()}`,
    list([
      words.halfCycles(),
      ...quadratures(cells),
      words.polarisation(),
      words.cycles(),
      ...eventRules(study),
      words.perAmount(),
      words.joined(),
      words.thinning(),
    ]),
    `## ${words.perCell()}`,
    list(cells.flatMap(thresholds)),
    '',
  ].join('\n\n');
}

/** All by which events were called, then those that are the study's own. */
function eventRules(study: Study): string[] {
  const all = eventThresholdsOf(study);
  return [thresholdWords.listed(all), ...thresholdWords.notes(all)];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** The unit of replication is the cell. */
function groupCounts({ cells }: ReportedComparison, { study }: StudyOfFile): string[] {
  const counted = cells.filter(
    ({ cell, measurement }) => cell.exclusionReason === null && measurement.runs.length > 0,
  );
  const names = [
    ...study.groups.map(({ id, name }) => ({ id, name })),
    { id: null, name: reportWords.ungrouped() },
  ];
  return names.flatMap(({ id, name }) => {
    const members = counted.filter(({ cell }) => cell.groupId === id);
    return members.length === 0 ? [] : [words.cellsOf(name, members.length)];
  });
}

function exclusions(cells: readonly MeasuredCell[]): string[] {
  const left = cells.flatMap(({ cell, name }) =>
    cell.exclusionReason === null ? [] : [reportWords.page.excluded(name, cell.exclusionReason)],
  );
  return left.length === 0 ? [] : [list(left)];
}

/** The rule of integration depends on how a file stamps its rows, so it is told with its cells. */
function quadratures(cells: readonly MeasuredCell[]): string[] {
  const byRule = new Map<string, string[]>();
  for (const { name, measurement } of cells) {
    for (const { cycling } of measurement.runs) {
      if (!cycling) continue;
      const rule = cyclingWords.quadrature(cycling.run.integral.rule);
      byRule.set(rule, [...(byRule.get(rule) ?? []), name]);
    }
  }
  return [...byRule].map(([rule, names]) => words.integrationOf(rule, [...new Set(names)]));
}

function thresholds({ name, measurement }: MeasuredCell): string[] {
  const { notJoined, runs } = measurement;
  const limits = runs.flatMap(({ cycling }) => {
    if (!cycling) return [];
    const { restThreshold_mA, droppedHalfCycles } = cycling.summary;
    return [words.threshold(name, Number(restThreshold_mA.toPrecision(3)), droppedHalfCycles)];
  });
  return notJoined ? [...limits, words.notJoined(name, describeProblem(notJoined).message)] : limits;
}
