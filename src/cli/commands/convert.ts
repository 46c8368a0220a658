import { basename, extname } from 'node:path';
import { describeWarning } from '#core/describeProblem.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { ConvertOutcome } from '#jobs/convertPath.ts';
import { answer, filesOf } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { RADIATION_OPTION, radiationGiven } from '../radiationOption.ts';
import { runFiles } from '../runFiles.ts';
import { words } from '../text/english.ts';
import { ZIM_OPTION, zimOf } from '../zimOption.ts';

export const convert: Command = {
  name: 'convert',
  summary: words.convert.summary,
  operands: 'FILE… --to csv --out DIR',
  options: {
    to: { type: 'string', value: 'csv', description: words.convert.toOption() },
    out: { type: 'string', value: 'DIR', description: words.convert.outOption() },
    names: { type: 'string', value: 'core|bdf', description: words.convert.namesOption() },
    zim: ZIM_OPTION,
    radiation: RADIATION_OPTION,
    force: { type: 'boolean', description: words.convert.forceOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const files = filesOf(invocation, 'convert');
    const chosen = { ...optionsOf(invocation), ...zimOf(invocation), ...radiationGiven(invocation) };
    const stems = distinctStems(files);
    const requests = files.map((path, i) => ({ ...chosen, path, stem: stems[i] ?? basename(path) }));
    const outcomes = await runFiles('convert', requests, terminal.signal, {
      status: terminal.status,
      failed: (_request, problem) => ({ files: [], warnings: [], problem }),
    });
    const answers = outcomes.map((outcome, i) => ({ file: files[i] ?? '', ...described(outcome) }));
    return answer(answers, invocation, terminal);
  },
};

function optionsOf({ options }: Invocation) {
  const { to, out, names = 'core', force = false } = options;
  if (to !== 'csv') throw new UsageError(words.convert.onlyCsv(to));
  if (typeof out !== 'string' || out === '') throw new UsageError(words.convert.noOut());
  if (names !== 'core' && names !== 'bdf') throw new UsageError(words.convert.unknownNames(String(names)));
  return { directory: out, names, overwrite: force === true } as const;
}

/** Two inputs of one name from two folders must not write over each other, forced or not. */
function distinctStems(files: readonly string[]): string[] {
  const taken = new Set<string>();
  return files.map((path) => {
    const stem = basename(path, extname(path));
    let distinct = stem;
    for (let n = 2; taken.has(distinct.toLowerCase()); n += 1) distinct = `${stem} (${n})`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}

function described({ files, warnings, problem }: ConvertOutcome) {
  const document = {
    files,
    warnings: warnings.map((warning) => ({ code: warning.code, message: describeWarning(warning) })),
    problem: problem && describedProblem(problem),
  };
  return { document, text: files.map(({ path, rows }) => words.convert.written(path, rows)).join('') };
}
