/** Everything that a comparison says, as text files by name. */
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import { conclusionLines } from '#core/compare/conclusionText.ts';
import { cellsCsv } from '#core/compare/export/cellsCsv.ts';
import { checksCsv } from '#core/compare/export/checksCsv.ts';
import { doubtsCsv } from '#core/compare/export/doubtsCsv.ts';
import { metricsCsv } from '#core/compare/export/metricsCsv.ts';
import { lifetimesCsv, survivalCsv } from '#core/compare/export/survivalCsv.ts';
import { techniquesCsv } from '#core/compare/export/techniquesCsv.ts';
import type { Group, Study } from '#core/project/study.ts';
import { comparisonExportWords as words } from '#core/text/comparisonExportWords.ts';

export interface ExportedComparison {
  readonly study: Pick<Study, 'name' | 'simulated'>;
  readonly groups: readonly Group[];
  readonly comparison: StudyComparison;
  /** With the phases that diffraction found. */
  readonly evidence: readonly CellEvidence[];
}

export function comparisonFiles(exported: ExportedComparison): Readonly<Record<string, string>> {
  const { groups, comparison, evidence } = exported;
  const { metrics, survival, crossChecks, doubts } = comparison;
  return {
    'README.txt': readme(exported),
    'conclusion.txt': [...headOf(exported), '', ...conclusionLines(comparison.concluded), ''].join('\n'),
    'metrics.csv': metricsCsv(metrics),
    'cells.csv': cellsCsv(metrics),
    'lifetimes.csv': lifetimesCsv(survival),
    'survival.csv': survivalCsv(survival),
    'techniques.csv': techniquesCsv(evidence, groups),
    'cross-checks.csv': checksCsv(crossChecks),
    'doubts.csv': doubtsCsv(doubts),
  };
}

function headOf({ study, groups, comparison: { comparedAt } }: ExportedComparison): readonly string[] {
  return [
    words.study(study.name),
    ...(study.simulated ? [words.simulated()] : []),
    words.groups(groups.map(({ name }) => name)),
    'halfCycle' in comparedAt ? words.atHalfCycle(comparedAt.halfCycle) : words.atHours(comparedAt.hours),
  ];
}

function readme(exported: ExportedComparison): string {
  const files = Object.entries(words.files).map(([name, content]) => `${name}: ${content}`);
  return [...headOf(exported), '', ...files, '', words.csv(), ''].join('\n');
}
