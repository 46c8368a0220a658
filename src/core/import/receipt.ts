/** What the program found in one file: shown with every import and kept with every dataset. */
import type { ReadFacts } from '#core/import/format.ts';
import type { Warning } from '#core/problem.ts';

export interface CheckResult {
  /** Identifier of the check, such as `time-monotonic`. */
  readonly check: string;
  /**
   * `differs` when two ways of counting disagree and neither is wrong; `not-applicable` when the file lacks what the
   * check needs.
   */
  readonly status: 'passed' | 'differs' | 'failed' | 'not-applicable';
  /** One plain sentence with the numbers found. */
  readonly detail: string;
}

export interface Receipt extends ReadFacts {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly format: string;
  readonly parserVersion: number;
  readonly coreVersion: string;
  readonly checks: readonly CheckResult[];
  readonly warnings: readonly Warning[];
}
