/** The registry of checks that every import runs, and the one place where their findings meet the receipt. */
import type { Dataset } from '#core/dataset.ts';
import type { Check, CheckSubject, Finding } from '#core/import/checks/check.ts';
import { chargeCounter } from '#core/import/checks/chargeCounter.ts';
import { currentSign } from '#core/import/checks/currentSign.ts';
import { cycleNumbers } from '#core/import/checks/cycleNumbers.ts';
import { cyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { findHalfCycles } from '#core/cycling/halfCycles.ts';
import { chargeRule } from '#core/cycling/integrateCharge.ts';
import { timeMonotonic } from '#core/import/checks/timeMonotonic.ts';
import { impedanceConsistent } from '#core/import/checks/impedanceConsistent.ts';
import { plausibleVoltage } from '#core/import/checks/plausibleVoltage.ts';
import { completeFile } from '#core/import/checks/completeFile.ts';
import type { ReadFacts } from '#core/import/format.ts';
import type { CheckResult } from '#core/import/receipt.ts';
import type { Warning } from '#core/problem.ts';
import { checkWords } from '#core/text/checkWords.ts';

export const CHECKS: readonly Check[] = [
  timeMonotonic,
  chargeCounter,
  currentSign,
  plausibleVoltage,
  cycleNumbers,
  impedanceConsistent,
  completeFile,
];

/** At most this many datasets of one file are quoted in a detail; the others are counted. */
const QUOTED = 3;

/** Runs every check on every dataset of a file: one result a check, and the warnings in the order found. */
export function runChecks(
  datasets: readonly Dataset[],
  facts: ReadFacts,
): { checks: CheckResult[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const subjects = datasets.map((dataset) => ({ dataset, facts, run: cyclingRun(dataset) }));
  const checks = CHECKS.map((check) => {
    const findings = subjects.map((subject) => ({ label: subject.dataset.label, ...check.run(subject) }));
    for (const finding of findings) warnings.push(...finding.warnings);
    return merge(check.id, findings);
  });
  return { checks, warnings: distinct(warnings) };
}

function cyclingRun(dataset: Dataset): CheckSubject['run'] {
  if (dataset.kind !== 'cycling') return null;
  const outcome = cyclingTrace(dataset);
  if (!outcome.ok) return null;
  const { trace } = outcome;
  const charge = chargeRule(trace);
  return { trace, charge, halfCycles: findHalfCycles(trace, charge).halfCycles };
}

type Labelled = Finding & { readonly label: string };

/** One file, one result: the gravest finding of any dataset. */
function merge(check: string, findings: readonly Labelled[]): CheckResult {
  const status =
    (['failed', 'differs', 'passed'] as const).find((wanted) => findings.some((f) => f.status === wanted)) ??
    'not-applicable';
  const decisive = findings.filter((finding) => finding.status === status);
  const only = decisive[0];
  if (!only) return { check, status, detail: checkWords.noDatasets() };
  if (findings.length === 1 || decisive.every((finding) => finding.detail === only.detail)) {
    return { check, status, detail: only.detail };
  }
  const quoted = decisive
    .slice(0, QUOTED)
    .map(({ label, detail }) => (label === '' ? detail : `${label}: ${detail}`));
  return { check, status, detail: checkWords.ofMany(quoted, decisive.length - quoted.length) };
}

/** Forty-five spectra of one file say the same thing once. */
function distinct(warnings: readonly Warning[]): Warning[] {
  const seen = new Map(warnings.map((warning) => [JSON.stringify(warning), warning]));
  return [...seen.values()];
}
