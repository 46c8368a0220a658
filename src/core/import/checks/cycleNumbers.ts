/** The vendor's cycle number beside the computed one, with the rule of the latter; neither replaces the other. */
import type { ColumnValues } from '#core/columnValues.ts';
import { findColumn } from '#core/dataset.ts';
import { computeCycles } from '#core/cycling/cycles.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { notApplicable, type Check, type CheckSubject, type Finding } from '#core/import/checks/check.ts';
import { checkWords } from '#core/text/checkWords.ts';
import { cyclingWords } from '#core/text/cyclingWords.ts';

export const cycleNumbers: Check = { id: 'cycle-numbers', run: checkCycles };

function checkCycles({ dataset, run }: CheckSubject): Finding {
  if (!run) return notApplicable(checkWords.noRun());
  const { halfCycles } = run;
  if (halfCycles.length === 0) return notApplicable(checkWords.noHalfCycles());
  const computed = computeCycles(halfCycles).length;
  const column = findColumn(dataset, 'cycle');
  const vendor = column && column.derivedBy === undefined ? vendorCycles(column.values, halfCycles) : null;
  if (!vendor) return notApplicable(checkWords.noVendorCycles(computed, cyclingWords.cycleRule()));
  const same = vendor.count === computed;
  return {
    status: same ? 'passed' : 'differs',
    detail: checkWords.cycles(vendor, computed, cyclingWords.cycleRule()),
    warnings: same
      ? []
      : [{ code: 'cycle-numbers-differ', vendorCycles: vendor.count, computedCycles: computed }],
  };
}

/** The distinct numbers on rows with a half cycle; a number that only a rest carries is no cycle. */
function vendorCycles(cycle: ColumnValues, halfCycles: readonly HalfCycle[]) {
  const seen = new Set<number>();
  for (const { firstRow, endRow } of halfCycles) {
    for (let i = firstRow; i < endRow; i += 1)
      if (i === firstRow || cycle[i] !== cycle[i - 1]) seen.add(cycle[i] ?? NaN);
  }
  seen.delete(NaN);
  if (seen.size === 0) return null;
  const numbers = Float64Array.from(seen).sort();
  return { count: seen.size, first: numbers[0] ?? NaN, last: numbers.at(-1) ?? NaN };
}
