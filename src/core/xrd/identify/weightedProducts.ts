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
  const roots = new Float64Array(cells);
  for (let i = 0; i < cells; i += 1) roots[i] = 1 / Math.sqrt(variance[i] ?? NaN);
  const marks = columns.map(blocksWithValues);
  const sum = new Float64Array((columns.length + 1) ** 2);
  const products = sum.slice();
  const values = new Float64Array(columns.length * BLOCK);
  for (let from = 0; from < cells; from += BLOCK) {
    const block = { from, rows: Math.min(BLOCK, cells - from), roots, marks };
    const last = new Float64Array(block.rows);
    writeWeighted(last, 0, target, block);
    const members = fillBlock(values, columns, block);
    fillGram(values, last, members.length, products);
    addProducts(sum, columns.length + 1, products, members);
  }
  return sum;
}

interface Block {
  readonly from: number;
  readonly rows: number;
  readonly roots: Float64Array;
  /** Of each column, see blocksWithValues. */
  readonly marks: readonly Uint8Array[];
}

/** Writes the weighted cells of the columns that are not zero there behind one another, and says which these are. */
function fillBlock(values: Float64Array, columns: readonly Float64Array[], block: Block): number[] {
  const members: number[] = [];
  for (let k = 0; k < columns.length; k += 1) {
    const column = columns[k];
    if (!column || block.marks[k]?.[block.from / BLOCK] === 0) continue;
    writeWeighted(values, members.length * block.rows, column, block);
    members.push(k);
  }
  return members;
}

function writeWeighted(
  values: Float64Array,
  at: number,
  column: Float64Array,
  { from, rows, roots }: Pick<Block, 'from' | 'rows' | 'roots'>,
): void {
  for (let i = 0; i < rows; i += 1) values[at + i] = (column[from + i] ?? 0) * (roots[from + i] ?? 0);
}

/** Columns are not changed once they are drawn, and most are used in several fits. */
const known = new WeakMap<Float64Array, Uint8Array>();

/** 1 for each block in which a column is not zero throughout. */
function blocksWithValues(column: Float64Array): Uint8Array {
  const marked = known.get(column) ?? new Uint8Array(Math.ceil(column.length / BLOCK));
  if (known.has(column)) return marked;
  for (let block = 0; block < marked.length; block += 1) {
    const to = Math.min(column.length, (block + 1) * BLOCK);
    let i = block * BLOCK;
    while (i < to && column[i] === 0) i += 1;
    if (i < to) marked[block] = 1;
  }
  known.set(column, marked);
  return marked;
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
