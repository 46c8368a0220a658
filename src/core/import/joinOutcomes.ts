/** The tables of one file, read one by one, as the outcome of the file. */
import type { Dataset } from '#core/dataset.ts';
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
    datasets: withDistinctLabels(parts.flatMap(({ datasets }) => datasets)),
    facts: parts.slice(1).reduce((facts, part) => addFacts(facts, part.facts), first.facts),
    warnings: [...new Map(said.map((warning) => [JSON.stringify(warning), warning])).values()],
  };
}

/** Datasets of one name are counted: `EISPOT 1 of 2`. */
function withDistinctLabels(datasets: readonly Dataset[]): Dataset[] {
  const counts = new Map<string, number>();
  for (const { label } of datasets) counts.set(label, (counts.get(label) ?? 0) + 1);
  const seen = new Map<string, number>();
  return datasets.map((dataset) => {
    const { label } = dataset;
    const count = counts.get(label) ?? 1;
    const n = (seen.get(label) ?? 0) + 1;
    seen.set(label, n);
    return count === 1 ? dataset : { ...dataset, label: `${label} ${n} of ${count}` };
  });
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
