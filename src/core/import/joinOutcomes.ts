/** The tables of one file, read one by one, as the outcome of the file. */
import type { ParseOutcome, ReadFacts } from '#core/import/format.ts';
import { LISTED_REJECTIONS } from '#core/import/text/tableBuilder.ts';
import type { Warning } from '#core/problem.ts';

export type Parsed = Extract<ParseOutcome, { ok: true }>;

/** Facts are added up; `warnings` come first and what several tables say alike is said once. */
export function joinOutcomes(parts: readonly Parsed[], warnings: readonly Warning[] = []): ParseOutcome {
  const [first] = parts;
  if (!first) return { ok: false, problem: { code: 'no-data-rows' } };
  const said = [...warnings, ...parts.flatMap((part) => part.warnings)];
  return {
    ok: true,
    datasets: parts.flatMap(({ datasets }) => datasets),
    facts: parts.slice(1).reduce((facts, part) => addFacts(facts, part.facts), first.facts),
    warnings: [...new Map(said.map((warning) => [JSON.stringify(warning), warning])).values()],
  };
}

function addFacts(a: ReadFacts, b: ReadFacts): ReadFacts {
  return {
    ...a,
    rowsRead: a.rowsRead + b.rowsRead,
    rowsRepaired: a.rowsRepaired + b.rowsRepaired,
    rowsRejected: a.rowsRejected + b.rowsRejected,
    rejectedLines: [...a.rejectedLines, ...b.rejectedLines].slice(0, LISTED_REJECTIONS),
    vendorUnits: { ...a.vendorUnits, ...b.vendorUnits },
    complete: a.complete && b.complete,
  };
}
