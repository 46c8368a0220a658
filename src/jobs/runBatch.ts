/**
 * Runs a batch of independent requests over workers. What is finished is told at once and kept by the caller, so a
 * cancelled batch loses only what was under way; running the rest later gives the same results.
 */
import type { Problem } from '#core/problem.ts';

export interface BatchWork<Request, Result> {
  /** Computes one; rejects when its worker fails, or with an AbortError when the signal fires. */
  readonly compute: (request: Request, signal: AbortSignal) => Promise<Result>;
  /** At most this many at a time: a request that has not begun costs nothing when the batch is cancelled. */
  readonly workers: number;
  /** The result that stands for a request whose worker failed. */
  readonly failed: (problem: Problem) => Result;
  /** Called once for each finished request, in the order they finish. */
  readonly onResult: (result: Result, index: number) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/** Resolves with true when all are finished, with false when the batch was cancelled. */
export async function runBatch<Request, Result>(
  requests: readonly Request[],
  { compute, workers, failed, onResult, signal }: BatchWork<Request, Result>,
): Promise<boolean> {
  const waiting = requests.entries();
  let finished = 0;
  const serve = async () => {
    for (const [index, request] of waiting) {
      if (signal.aborted) return;
      const result = await compute(request, signal).catch((error: unknown) => {
        if (signal.aborted) return null;
        const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        return failed({ code: 'worker-failed', reason });
      });
      if (result === null) return;
      await onResult(result, index);
      finished += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, requests.length) }, serve));
  return finished === requests.length;
}
