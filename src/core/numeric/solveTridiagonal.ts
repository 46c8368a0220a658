export interface Tridiagonal {
  /** One shorter than the diagonal, below and above it. */
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Solves a tridiagonal system in place of its right-hand side by elimination without pivoting (Thomas), which is stable
 * where each diagonal outweighs its neighbours. The diagonal is overwritten.
 */
export function solveTridiagonal(system: Tridiagonal, right: Float64Array): void {
  eliminate(system, right);
  substitute(system, right);
}

function eliminate({ lower, diagonal, upper }: Tridiagonal, right: Float64Array): void {
  for (let i = 1; i < diagonal.length; i += 1) {
    const factor = (lower[i - 1] ?? 0) / (diagonal[i - 1] ?? NaN);
    diagonal[i] = (diagonal[i] ?? NaN) - factor * (upper[i - 1] ?? 0);
    right[i] = (right[i] ?? NaN) - factor * (right[i - 1] ?? NaN);
  }
}

function substitute({ diagonal, upper }: Tridiagonal, right: Float64Array): void {
  let above = 0;
  for (let i = diagonal.length - 1; i >= 0; i -= 1) {
    above = ((right[i] ?? NaN) - (upper[i] ?? 0) * above) / (diagonal[i] ?? NaN);
    right[i] = above;
  }
}
