/** The one wording of problems and warnings, for the window and for the command line. */
import type { Problem, Warning } from '#core/problem.ts';
import { problemWords, warningWords } from '#core/text/english.ts';
import type { Words } from '#core/text/words.ts';

/** What happened and what the user can do about it. */
export function describeProblem(problem: Problem): Words {
  const words = problemWords[problem.code] as (parameters: Problem) => Words;
  return words(problem);
}

/** One sentence. */
export function describeWarning(warning: Warning): string {
  const words = warningWords[warning.code] as (parameters: Warning) => string;
  return words(warning);
}
