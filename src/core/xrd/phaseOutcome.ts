/** What reading a file of phases ends in. */
import type { Problem, Warning } from '#core/problem.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';

export type PhaseOutcome =
  | { readonly ok: true; readonly phases: readonly Phase[]; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problem: Problem };

/** Thrown within a reader of phases and caught by it: what is wrong in which line, and what to do. */
export class PhaseRefusal extends Error {
  readonly problem: Problem;
  constructor(reason: string, { line, advice }: { readonly line: number; readonly advice: string }) {
    super(reason);
    this.problem = { code: 'phase-refused', line, reason, advice };
  }
}

/** The outcome of a reader that may throw a refusal. */
export function refusalsCaught(read: () => PhaseOutcome): PhaseOutcome {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PhaseRefusal)) throw error;
    return { ok: false, problem: error.problem };
  }
}
