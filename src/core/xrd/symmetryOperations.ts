/** Symmetry operations of a space group: x' = R x + t in fractional coordinates. */

export interface SymmetryOperation {
  /** Nine integers, row by row. */
  readonly rotation: readonly number[];
  /** Each 0 ≤ t < 1. */
  readonly translation: readonly [number, number, number];
}

/** Translations of space groups are multiples of this. */
const TWENTY_FOURTH = 1 / 24;
const TERM = /^([+-]?)(?:(\d+(?:\.\d+)?)(?:\/(\d+))?)?\*?([xyz]?)/;

/** A translation between 0 and 1, on the grid that space groups use where it lies near it. */
export function reducedTranslation(value: number): number {
  const grid = Math.round(value / TWENTY_FOURTH);
  const snapped = Math.abs(value - grid * TWENTY_FOURTH) < 1e-3 ? grid * TWENTY_FOURTH : value;
  const reduced = snapped - Math.floor(snapped);
  return 1 - reduced < 1e-9 ? 0 : reduced;
}

/** `-x, y+1/2, z` as numbers; undefined for what is no operation. */
export function parseOperation(text: string): SymmetryOperation | undefined {
  const rows = text.toLowerCase().replaceAll(/\s/g, '').split(',').map(parseRow);
  const [first, second, third] = rows;
  if (rows.length !== 3 || !first || !second || !third) return undefined;
  const rotation = [first, second, third].flatMap(({ coefficients }) => coefficients);
  if (Math.abs(determinant(rotation)) !== 1) return undefined;
  return { rotation, translation: [first.shift, second.shift, third.shift] };
}

interface Row {
  readonly coefficients: readonly number[];
  readonly shift: number;
}

function parseRow(text: string): Row | undefined {
  const coefficients = [0, 0, 0];
  let shift = 0;
  let rest = text;
  do {
    const { value, axis, length } = leadingTerm(rest);
    if (length === 0) return undefined;
    if (axis === -1) shift += value;
    else coefficients[axis] = (coefficients[axis] ?? 0) + value;
    rest = rest.slice(length);
  } while (rest !== '');
  return coefficients.every(Number.isInteger)
    ? { coefficients, shift: reducedTranslation(shift) }
    : undefined;
}

/** `+1/2` or `-x` at the start of a text; a length of 0 for neither. `axis` is -1 for a number alone. */
function leadingTerm(text: string) {
  const [term = '', sign = '', digits = '', divisor = '1', axis = ''] = TERM.exec(text) ?? [];
  const size = digits === '' ? 1 : Number(digits) / Number(divisor);
  const isTerm = digits !== '' || axis !== '';
  return {
    value: sign === '-' ? -size : size,
    axis: axis === '' ? -1 : 'xyz'.indexOf(axis),
    length: isTerm ? term.length : 0,
  };
}

/** The determinant of nine numbers, row by row. */
export function determinant(m: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** As a CIF writes it: `-x,y+1/2,z`. */
export function formatOperation({ rotation, translation }: SymmetryOperation): string {
  return translation.map((shift, row) => formatRow(rotation.slice(3 * row, 3 * row + 3), shift)).join(',');
}

function formatRow(coefficients: readonly number[], shift: number): string {
  const terms = coefficients
    .map((c, i) => (c === 0 ? '' : `${c < 0 ? '-' : '+'}${'xyz'.charAt(i)}`))
    .join('');
  const grid = Math.round(shift / TWENTY_FOURTH);
  const divisor = [1, 2, 3, 4, 6, 8, 12].find((d) => (grid * d) % 24 === 0) ?? 24;
  return `${terms.replace(/^\+/, '')}${grid === 0 ? '' : `+${(grid * divisor) / 24}/${divisor}`}`;
}

/** First `inner`, then `outer`. */
export function composed(outer: SymmetryOperation, inner: SymmetryOperation): SymmetryOperation {
  const rotation = Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [i - (i % 3), i % 3];
    return [0, 1, 2].reduce(
      (sum, k) => sum + (outer.rotation[row + k] ?? 0) * (inner.rotation[3 * k + column] ?? 0),
      0,
    );
  });
  const [x, y, z] = transformed(outer, inner.translation);
  return { rotation, translation: [reducedTranslation(x), reducedTranslation(y), reducedTranslation(z)] };
}

/** The image of a point, not reduced to the cell. */
export function transformed(
  { rotation, translation }: SymmetryOperation,
  [x, y, z]: readonly [number, number, number],
): [number, number, number] {
  const row = (i: number) =>
    (rotation[i] ?? 0) * x +
    (rotation[i + 1] ?? 0) * y +
    (rotation[i + 2] ?? 0) * z +
    (translation[i / 3] ?? 0);
  return [row(0), row(3), row(6)];
}

/** The rotations of a group without repeats; found once for each list of operations. */
export function differentRotations(operations: readonly SymmetryOperation[]): readonly (readonly number[])[] {
  const known = rotationsOf.get(operations);
  if (known) return known;
  const different = new Map(operations.map(({ rotation }) => [rotation.join(), rotation]));
  const rotations = [...different.values()];
  rotationsOf.set(operations, rotations);
  return rotations;
}

const rotationsOf = new WeakMap<readonly SymmetryOperation[], readonly (readonly number[])[]>();

/** No space group in three dimensions has more operations in a conventional cell. */
const MOST_OPERATIONS = 192;

/** The whole group of some generators; undefined when they do not close (they are no space group's). */
export function closedGroup(generators: readonly SymmetryOperation[]): SymmetryOperation[] | undefined {
  const identity: SymmetryOperation = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0] };
  const group = new Map([[formatOperation(identity), identity]]);
  for (const member of group.values()) {
    for (const generator of generators) {
      const product = composed(generator, member);
      group.set(formatOperation(product), product);
      if (group.size > MOST_OPERATIONS) return undefined;
    }
  }
  return [...group.values()];
}
