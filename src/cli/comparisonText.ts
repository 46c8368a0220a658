/** A comparison for people. */
import { pairsOf, type GroupValues, type MetricComparison } from '#core/compare/comparison.ts';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import { conclusionLines } from '#core/compare/conclusionText.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import { compareCommandWords } from './text/compareCommandWords.ts';

/** @param notes on how events were called */
export function comparisonText(comparison: StudyComparison, notes: readonly string[]): string {
  const { metrics, crossChecks, doubts } = comparison;
  const sets = [...new Set(metrics.map(({ set }) => set))];
  const warnings = [
    ...new Set(metrics.flatMap((each) => each.warnings.map(({ text }) => `${each.set}: ${text}`))),
  ];
  const blocks = [
    ...sets.map((set) => [set, ...metrics.filter((each) => each.set === set).flatMap(metricLines)]),
    section(compareCommandWords.warnings(), warnings),
    section(compareCommandWords.checks(), checkLines(crossChecks)),
    section(
      compareCommandWords.doubts(),
      doubts.map(({ id, text, reference, cells }) => `${id} ${text} [${reference}] (${cells.join(', ')})`),
    ),
    notes,
    section(compareCommandWords.conclusion(), conclusionLines(comparison.concluded)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function metricLines(comparison: MetricComparison): readonly string[] {
  const { title, unit, groups, holmTests } = comparison;
  const results = pairsOf(comparison).map((result) => {
    const { ratio, ratioLower95: lower, ratioUpper95: upper, test, p, pHolm } = result;
    const interval = lower === null || upper === null ? '' : ` (95 % ${short(lower)} to ${short(upper)})`;
    const tested = p === null || pHolm === null ? test : `${test}, p = ${short(p)}${holm(pHolm, holmTests)}`;
    return `    ${result.pair.join('/')}: ${ratio === null ? '' : `${short(ratio)}${interval}; `}${tested}`;
  });
  return [`  ${title}${unit === '1' ? '' : ` / ${unit}`}`, ...groups.map(groupLine), ...results];
}

/** Of one test there is nothing to adjust. */
function holm(p: number, tests: number): string {
  return tests > 1 ? `, ${compareCommandWords.holm(short(p), tests)}` : '';
}

function groupLine({ group, n, values, mean, sd, censored }: GroupValues): string {
  const shown = values.map((value, i) => `${short(value)}${censored?.[i] ? '+' : ''}`).join(', ');
  const summary = mean === null ? '' : `: ${short(mean)}${sd === null ? '' : ` ± ${short(sd)}`}`;
  return `    ${group}, n = ${n}${summary} [${shown}]`;
}

/** What cannot be told for the same reason is one line. */
function checkLines(checks: readonly CrossCheck[]): readonly string[] {
  const untold = new Map<string, string[]>();
  const told: string[] = [];
  for (const { check, cell, verdict, text } of checks) {
    if (verdict !== 'cannot tell') told.push(`${verdict.padEnd(10)} ${check} ${cell}: ${text}`);
    else untold.set(`${check}: ${text}`, [...(untold.get(`${check}: ${text}`) ?? []), cell]);
  }
  return [...told, ...[...untold].map(([reason, cells]) => `cannot tell ${reason} (${cells.join(', ')})`)];
}
