/** Non-negative fit of columns to the working grid; the products are made once, subsets of the columns cost little. */
import { mutateToCholesky, mutateToSolution } from '#core/numeric/cholesky.ts';
import { nnls } from '#core/numeric/nnls.ts';
import { weightedProducts } from '#core/xrd/identify/weightedProducts.ts';

export interface ColumnSystem {
  readonly count: number;
  /** Products of the weighted columns, each scaled to unit length. */
  readonly gram: Float64Array;
  readonly linear: Float64Array;
  readonly scales: Float64Array;
  /** Σ w y². */
  readonly total: number;
}

export interface ColumnFit {
  /** One amount per column of the system; 0 for those that were left out. */
  readonly amounts: Float64Array;
  readonly chiSquare: number;
}

/** `variance` is that of `intensity`; Infinity takes a cell out. */
export function columnSystem(
  columns: readonly Float64Array[],
  intensity: Float64Array,
  variance: Float64Array,
): ColumnSystem {
  const products = weightedProducts(columns, intensity, variance);
  const width = columns.length + 1;
  const scales = Float64Array.from(columns, (_, k) => {
    const square = products[k * width + k] ?? 0;
    return square > 0 ? 1 / Math.sqrt(square) : 0;
  });
  return scaled(products, scales, columns.length);
}

function scaled(products: Float64Array, scales: Float64Array, count: number): ColumnSystem {
  const width = count + 1;
  const gram = new Float64Array(count * count);
  const linear = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    linear[i] = (products[i * width + count] ?? 0) * (scales[i] ?? 0);
    for (let j = i; j < count; j += 1) {
      const value = (products[i * width + j] ?? 0) * (scales[i] ?? 0) * (scales[j] ?? 0);
      gram[i * count + j] = value;
      gram[j * count + i] = value;
    }
  }
  return { count, gram, linear, scales, total: products[width * width - 1] ?? NaN };
}

/** The best non-negative amounts of the columns that `isUsed` lets in; `isLikely` are probably above zero. */
export function fitColumns(
  system: ColumnSystem,
  isUsed: (column: number) => boolean,
  isLikely: (column: number) => boolean = () => true,
): ColumnFit {
  const used = indexesWhere(system.count, (k) => (system.scales[k] ?? 0) > 0 && isUsed(k));
  const linear = Float64Array.from(used, (k) => system.linear[k] ?? 0);
  const likely = indexesWhere(used.length, (i) => isLikely(used[i] ?? 0));
  const { x } = nnls({ gram: gramOf(system, used), linear }, likely);
  const amounts = new Float64Array(system.count);
  let explained = 0;
  used.forEach((k, i) => {
    amounts[k] = (x[i] ?? 0) * (system.scales[k] ?? 0);
    explained += (x[i] ?? 0) * (system.linear[k] ?? 0);
  });
  return { amounts, chiSquare: system.total - explained };
}

function indexesWhere(count: number, holds: (index: number) => boolean): Int32Array {
  const indexes = new Int32Array(count);
  let found = 0;
  for (let i = 0; i < count; i += 1) if (holds(i)) indexes[found++] = i;
  return indexes.slice(0, found);
}

/** The same problem with those columns only. */
export function subSystem(system: ColumnSystem, kept: Int32Array): ColumnSystem {
  return {
    count: kept.length,
    gram: gramOf(system, kept),
    linear: Float64Array.from(kept, (k) => system.linear[k] ?? 0),
    scales: Float64Array.from(kept, (k) => system.scales[k] ?? 0),
    total: system.total,
  };
}

function gramOf({ gram, count }: ColumnSystem, used: Int32Array): Float64Array {
  const n = used.length;
  const part = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    const row = (used[i] ?? 0) * count;
    for (let j = 0; j < n; j += 1) part[i * n + j] = gram[row + (used[j] ?? 0)] ?? 0;
  }
  return part;
}

/** Columns with an amount and the factor of their products; none where they depend on each other. */
interface UsedColumns {
  readonly columns: Int32Array;
  readonly factor: Float64Array | undefined;
}

const usedColumns = new WeakMap<ColumnFit, UsedColumns>();

function factorised(system: ColumnSystem, columns: Int32Array): UsedColumns {
  const gram = gramOf(system, columns);
  const isRegular = mutateToCholesky(gram, columns.length) < 0;
  return { columns, factor: isRegular ? gram : undefined };
}

/** The same for all columns without an amount, so that it is made once for a fit. */
function columnsBeside(system: ColumnSystem, fit: ColumnFit, column: number): UsedColumns {
  const { amounts } = fit;
  const others = () => indexesWhere(amounts.length, (k) => k !== column && (amounts[k] ?? 0) > 0);
  if ((amounts[column] ?? 0) > 0) return factorised(system, others());
  const used = usedColumns.get(fit) ?? factorised(system, others());
  usedColumns.set(fit, used);
  return used;
}

/** Standard error of the amount of a column beside those that have an amount. */
export function amountError(system: ColumnSystem, fit: ColumnFit, column: number): number {
  const { columns: others, factor } = columnsBeside(system, fit, column);
  if (!factor) return Infinity;
  const products = Float64Array.from(others, (k) => system.gram[column * system.count + k] ?? 0);
  const solution = products.slice();
  mutateToSolution(factor, others.length, solution);
  const explained = products.reduce((sum, value, i) => sum + value * (solution[i] ?? 0), 0);
  return (system.scales[column] ?? NaN) / Math.sqrt(Math.max(1e-12, 1 - explained));
}

/** The sum of the columns. */
export function combinedColumns(
  columns: readonly Float64Array[],
  amounts: ArrayLike<number>,
  cells: number,
): Float64Array {
  const sum = new Float64Array(cells);
  columns.forEach((column, k) => {
    const amount = amounts[k] ?? 0;
    if (amount === 0) return;
    for (let i = 0; i < cells; i += 1) sum[i] = (sum[i] ?? 0) + amount * (column[i] ?? 0);
  });
  return sum;
}
