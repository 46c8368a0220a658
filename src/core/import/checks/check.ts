/** The contract of a check: what it is called and what it says about one dataset. */
import type { Dataset } from '#core/dataset.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { ChargeRule } from '#core/cycling/integrateCharge.ts';
import type { ReadFacts } from '#core/import/format.ts';
import type { CheckResult } from '#core/import/receipt.ts';
import type { Warning } from '#core/problem.ts';

export interface Finding {
  readonly status: CheckResult['status'];
  /** One plain sentence with the numbers found. */
  readonly detail: string;
  readonly warnings: readonly Warning[];
}

/** A cycling run, computed once for all checks. Charge is summed when asked for: a column of it is as long as the file. */
export interface CheckedRun {
  readonly trace: CyclingTrace;
  readonly charge: ChargeRule;
  readonly halfCycles: readonly HalfCycle[];
}

/** What a check looks at. */
export interface CheckSubject {
  readonly dataset: Dataset;
  readonly facts: ReadFacts;
  /** Null without time, current or voltage. */
  readonly run: CheckedRun | null;
}

export interface Check {
  /** Stable identifier, such as `time-monotonic`. */
  readonly id: string;
  /** Looks at one dataset; never throws on odd data. */
  readonly run: (subject: CheckSubject) => Finding;
}

/** The finding of a check that the dataset gives nothing to work on. */
export function notApplicable(detail: string): Finding {
  return { status: 'not-applicable', detail, warnings: [] };
}
