/** Products of columns most of whose cells are zero, as lines have them. */
import { fillGram } from '#core/numeric/normalEquations.ts';

/** Cells that are taken at a time: about what a line covers. */
const BLOCK = 48;

/**
 * Weighted products of all columns with each other, and with `target` as the last one: (columns + 1)², row-major, of
 * which the part on and above the diagonal is written. Columns that are zero throughout a block take no part in it.
 * `variance` is that of the target; Infinity takes a cell out.
 */
export function weightedProducts(
  columns: readonly Float64Array[],
  target: Float64Array,
  variance: Float64Array,
): Float64Array {
  const cells = target.length;
  const sum = new Float64Array((columns.length + 1) ** 2);
  const scratch = { values: new Float64Array(columns.length * BLOCK), products: sum.slice() };
  for (let from = 0; from < cells; from += BLOCK) {
    const to = Math.min(cells, from + BLOCK);
    const roots = variance.subarray(from, to).map((value) => 1 / Math.sqrt(value));
    const weighted = target.subarray(from, to).map((value, i) => value * (roots[i] ?? 0));
    const members = fillBlock(scratch.values, columns, { from, roots });
    fillGram(scratch.values, weighted, members.length, scratch.products);
    addProducts(sum, columns.length + 1, scratch.products, members);
  }
  return sum;
}

/** Writes the weighted cells of the columns that are not zero there behind one another, and says which these are. */
function fillBlock(
  values: Float64Array,
  columns: readonly Float64Array[],
  { from, roots }: { readonly from: number; readonly roots: Float64Array },
): number[] {
  const rows = roots.length;
  const members: number[] = [];
  columns.forEach((column, k) => {
    if (isZero(column, from, rows)) return;
    const at = members.length * rows;
    for (let i = 0; i < rows; i += 1) values[at + i] = (column[from + i] ?? 0) * (roots[i] ?? 0);
    members.push(k);
  });
  return members;
}

function isZero(column: Float64Array, from: number, rows: number): boolean {
  for (let i = from; i < from + rows; i += 1) if (column[i] !== 0) return false;
  return true;
}

function addProducts(
  sum: Float64Array,
  width: number,
  products: Float64Array,
  members: readonly number[],
): void {
  const all = [...members, width - 1];
  const n = all.length;
  for (let i = 0; i < n; i += 1) {
    const row = (all[i] ?? 0) * width;
    for (let j = i; j < n; j += 1) {
      const place = row + (all[j] ?? 0);
      sum[place] = (sum[place] ?? 0) + (products[i * n + j] ?? 0);
    }
  }
}
