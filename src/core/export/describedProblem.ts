import { describeProblem } from '#core/describeProblem.ts';
import type { Problem } from '#core/problem.ts';

/** A problem as documents show it: code and place for programs, words for people. */
export interface DescribedProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly line?: number;
  readonly byte?: number;
}

export function describedProblem(problem: Problem): DescribedProblem {
  const { code, line, byte } = problem;
  return {
    code,
    ...describeProblem(problem),
    ...(line !== undefined && { line }),
    ...(byte !== undefined && { byte }),
  };
}
