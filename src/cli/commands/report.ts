import { join } from 'node:path';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { Problem } from '#core/problem.ts';
import { openStudy, type OpenedStudy } from '#jobs/openStudy.ts';
import { answer } from '../answer.ts';
import { UsageError, type Command, type ExitCode, type Invocation } from '../command.ts';
import { failuresOf, filesOf, type ReportedComparison } from '../report/reportContents.ts';
import { createReportFolder, reasonOf, type ReportFolder } from '../report/reportFolder.ts';
import { writeReport } from '../report/writeReport.ts';
import { runFiles } from '../runFiles.ts';
import type { Terminal } from '../terminal.ts';
import { words } from '../text/english.ts';
import { reportWords } from '../text/reportWords.ts';

/** The built program stands beside the built window. */
const BUILT_WINDOW = join(import.meta.dirname, '../renderer');

export const report: Command = {
  name: 'report',
  summary: reportWords.summary,
  operands: 'STUDY --out DIR',
  options: {
    out: { type: 'string', value: 'DIR', description: reportWords.outOption() },
    force: { type: 'boolean', description: reportWords.forceOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const { study, directory, force } = wanted(invocation);
    const say = (result: Partial<ReportResult>) =>
      tell({ ...NOTHING, ...result }, { study, directory, invocation }, terminal);
    const opened = await openStudy(study);
    if (!opened.ok) return say({ problem: opened.problem });
    const created = await createReportFolder(directory, force);
    if (!created.ok) return say({ problem: created.problem });
    return say(await written(opened.opened, created.folder, terminal));
  },
};

function wanted({ files, options }: Invocation) {
  const [study, ...others] = files;
  const { out, force } = options;
  if (study === undefined || others.length > 0) throw new UsageError(reportWords.oneStudy());
  if (typeof out !== 'string' || out === '') throw new UsageError(reportWords.noOut());
  return { study, directory: out, force: force === true };
}

interface ReportResult {
  readonly folder: ReportFolder | null;
  readonly comparisons: readonly ReportedComparison[];
  readonly problem: Problem | null;
}

const NOTHING: ReportResult = { folder: null, comparisons: [], problem: null };

/** An interrupted or failed report leaves nothing behind. */
async function written(study: OpenedStudy, folder: ReportFolder, terminal: Terminal): Promise<ReportResult> {
  // The browser's driver is large: no other command loads it.
  const { createFigurePress } = await import('../report/figurePress.ts');
  const press = await createFigurePress(BUILT_WINDOW, terminal.note);
  const close = () => (press.ok ? press.press.close() : Promise.resolve());
  terminal.signal.addEventListener('abort', () => void close());
  try {
    const comparisons = await writeReport(study, {
      folder,
      press,
      measure: (requests) => runFiles('measureCell', requests, terminal.signal),
    });
    terminal.signal.throwIfAborted();
    return { folder, comparisons, problem: problemOf(comparisons, press) };
  } catch (error) {
    await folder.discard();
    if (terminal.signal.aborted || !isFromSystem(error)) throw error;
    return { ...NOTHING, problem: { code: 'cannot-write', reason: reasonOf(error) } };
  } finally {
    await close();
  }
}

/** A full disk or a missing right, not a fault of this program. */
function isFromSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function problemOf(
  comparisons: readonly ReportedComparison[],
  press: { readonly ok: boolean; readonly reason?: string; readonly advice?: string },
): Problem | null {
  const missing = comparisons.flatMap(({ figures }) => figures).filter(({ reason }) => reason !== null);
  if (missing.length > 0)
    return {
      code: 'figures-not-drawn',
      count: missing.length,
      reason: press.reason ?? '',
      advice: press.advice ?? '',
    };
  const failed = failuresOf(comparisons.flatMap(({ cells }) => filesOf(cells)));
  if (failed.length === 0) return null;
  const examples = failed.slice(0, 3).map(({ path }) => path);
  return { code: 'study-incomplete', count: failed.length, examples: examples.join(', ') };
}

function tell(
  { folder, comparisons, problem }: ReportResult,
  {
    study,
    directory,
    invocation,
  }: { readonly study: string; readonly directory: string; readonly invocation: Invocation },
  terminal: Terminal,
): Promise<ExitCode> {
  const files = folder?.files ?? [];
  const document = {
    files,
    figures: comparisons.flatMap(({ figures }) => figures),
    notRead: failuresOf(comparisons.flatMap(({ cells }) => filesOf(cells))),
    problem: problem && describedProblem(problem),
  };
  const text = files.length === 0 ? '' : reportWords.written(files.length, directory);
  return answer([{ file: study, document, text }], invocation, terminal);
}
