import { DEFAULT_COMPARED_AT, type ComparedAt } from '#core/compare/cellMetrics.ts';
import { compareStudy, type StudyComparison } from '#core/compare/compareStudy.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { Problem } from '#core/problem.ts';
import type { Group } from '#core/project/study.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { studyOfFile } from '#core/project/studyOfFile.ts';
import { withOwnPhases } from '#core/xrd/withOwnPhases.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import { openStudy, type OpenedStudy } from '#jobs/openStudy.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import type { EvidenceRequest, EvidenceResult } from '#jobs/measureEvidencePath.ts';
import { answer, positiveOption } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { runFiles } from '../runFiles.ts';
import { comparisonText } from '../comparisonText.ts';
import type { Terminal } from '../terminal.ts';
import { compareCommandWords } from '../text/compareCommandWords.ts';
import { words } from '../text/english.ts';

export const compare: Command = {
  name: 'compare',
  summary: compareCommandWords.summary,
  operands: 'STUDY [--groups A,B]',
  options: {
    groups: { type: 'string', value: 'A,B', description: compareCommandWords.groupsOption() },
    'half-cycle': { type: 'string', value: 'N', description: compareCommandWords.halfCycleOption() },
    hours: { type: 'string', value: 'H', description: compareCommandWords.hoursOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const [study, ...others] = invocation.files;
    if (study === undefined || others.length > 0) throw new UsageError(compareCommandWords.oneStudy());
    const at = comparedAt(invocation);
    const opened = await openStudy(study);
    if (!opened.ok)
      return answer([{ file: study, ...documentOf(null, opened.problem) }], invocation, terminal);
    const groups = wantedGroups(invocation, opened.opened.study.groups);
    const done = await compared(opened.opened, { groups, at }, terminal);
    return answer([{ file: study, ...documentOf(done, incomplete(done.failed)) }], invocation, terminal);
  },
};

function comparedAt(invocation: Invocation): ComparedAt {
  const halfCycle = positiveOption(invocation, 'half-cycle');
  const hours = positiveOption(invocation, 'hours');
  if (halfCycle !== null && hours !== null) throw new UsageError(compareCommandWords.onePoint());
  if (hours !== null) return { hours };
  if (halfCycle === null) return DEFAULT_COMPARED_AT;
  if (!Number.isInteger(halfCycle)) throw new UsageError(compareCommandWords.wholeHalfCycle());
  return { halfCycle };
}

/** All groups of the study unless some are named, by id or name. */
function wantedGroups({ options }: Invocation, known: readonly Group[]): readonly Group[] {
  const { groups: text } = options;
  const names =
    typeof text === 'string' ? text.split(',').map((name) => name.trim()) : known.map(({ id }) => id);
  const groups = [...new Set(names)].map((name) => {
    const group = known.find((each) => each.id === name || each.name === name);
    if (!group)
      throw new UsageError(
        compareCommandWords.unknownGroup(
          name,
          known.map((each) => each.name),
        ),
      );
    return group;
  });
  if (groups.length < 2) throw new UsageError(compareCommandWords.twoGroups());
  return groups;
}

type Failed = EvidenceResult['failed'];

interface Compared {
  readonly comparison: StudyComparison;
  readonly thresholds: EventThresholds;
  readonly failed: Failed;
}

async function compared(
  { study: described, requests: byPath }: OpenedStudy,
  { groups, at }: { readonly groups: readonly Group[]; readonly at: ComparedAt },
  terminal: Terminal,
): Promise<Compared> {
  const { study, cells } = studyOfFile(described);
  const thresholds = eventThresholdsOf(study);
  const ids = new Set<string | null>(groups.map(({ id }) => id));
  const sought = { phases: withOwnPhases(phaseLibrary(), study.phases), tables: XRAY_TABLES };
  const requests = cells.flatMap((cell, i): EvidenceRequest[] => {
    if (!ids.has(cell.groupId)) return [];
    // A cell that is left out is named with its reason; its files are not read.
    const files = cell.exclusionReason === null ? (described.cells[i]?.files ?? []) : [];
    return [
      {
        cell,
        sought,
        thresholds,
        files: files.flatMap(({ path, state }) => {
          const request = byPath.get(path);
          return request ? [{ request, name: path, state }] : [];
        }),
      },
    ];
  });
  const results = await runFiles('measureEvidence', requests, terminal.signal, {
    status: terminal.status,
    failed: ({ cell }, problem) => ({
      evidence: { cell, runs: [], spectra: [] },
      failed: [{ file: cell.name, problem }],
    }),
  });
  const evidence = results.map((result) => result.evidence);
  const comparison = compareStudy(evidence, { simulated: study.simulated, groups, at });
  return { comparison, thresholds, failed: results.flatMap((result) => result.failed) };
}

function incomplete(failed: Failed): Problem | null {
  if (failed.length === 0) return null;
  const examples = failed.slice(0, 3).map(({ file }) => file);
  return { code: 'study-incomplete', count: failed.length, examples: examples.join(', ') };
}

const NOTHING = { metrics: [], crossChecks: [], doubts: [] };

function documentOf(done: Compared | null, problem: Problem | null) {
  const { comparison, thresholds, failed = [] } = done ?? {};
  const notRead = failed.map((each) => ({ file: each.file, problem: describedProblem(each.problem) }));
  const document = {
    ...(comparison ?? NOTHING),
    ...(thresholds && { eventThresholds: thresholds }),
    notRead,
    problem: problem && describedProblem(problem),
  };
  const notes = thresholds ? thresholdWords.notes(thresholds) : [];
  return { document, text: comparison ? comparisonText(comparison, notes) : '' };
}
