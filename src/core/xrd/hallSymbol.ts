/**
 * Hall symbols: the generators of a space group written out (S. R. Hall, Acta Cryst. A37 (1981) 517; International
 * Tables B, appendix 1.4.2.3). `-P 2ac 2n`, `F 4d 2 3 -1d`, `P 31 2 (0 0 4)`.
 */
import {
  closedGroup,
  composed,
  parseOperation,
  type SymmetryOperation,
} from '#core/xrd/symmetryOperations.ts';

type Vector = readonly [number, number, number];

const CENTRINGS: Readonly<Record<string, readonly Vector[]>> = {
  P: [],
  A: [[0, 1 / 2, 1 / 2]],
  B: [[1 / 2, 0, 1 / 2]],
  C: [[1 / 2, 1 / 2, 0]],
  I: [[1 / 2, 1 / 2, 1 / 2]],
  R: [
    [2 / 3, 1 / 3, 1 / 3],
    [1 / 3, 2 / 3, 2 / 3],
  ],
  F: [
    [0, 1 / 2, 1 / 2],
    [1 / 2, 0, 1 / 2],
  ],
};
const TRANSLATIONS: Readonly<Record<string, Vector>> = {
  a: [1 / 2, 0, 0],
  b: [0, 1 / 2, 0],
  c: [0, 0, 1 / 2],
  n: [1 / 2, 1 / 2, 1 / 2],
  u: [1 / 4, 0, 0],
  v: [0, 1 / 4, 0],
  w: [0, 0, 1 / 4],
  d: [1 / 4, 1 / 4, 1 / 4],
};
/** Rotations about z; those about x and y follow by permuting the axes. */
const ABOUT_Z: Readonly<Record<string, readonly number[]>> = {
  '1': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  '2': [-1, 0, 0, 0, -1, 0, 0, 0, 1],
  '3': [0, -1, 0, 1, -1, 0, 0, 0, 1],
  '4': [0, -1, 0, 1, 0, 0, 0, 0, 1],
  '6': [1, -1, 0, 1, 0, 0, 0, 0, 1],
  "2'": [0, -1, 0, -1, 0, 0, 0, 0, -1],
  '2"': [0, 1, 0, 1, 0, 0, 0, 0, -1],
  '3*': [0, 0, 1, 1, 0, 0, 0, 1, 0],
};
const IDENTITY: SymmetryOperation = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0] };
const INVERSION: SymmetryOperation = { rotation: [-1, 0, 0, 0, -1, 0, 0, 0, -1], translation: [0, 0, 0] };
const SYMBOL = /^(-?)([PABCIRF])((?:\s+-?[1-6][^\s(]*)+)(?:\s*\(([^)]*)\))?$/;
const ROTATION = /^(-?)([12346])([xyz'"*]?)([abcnuvwd1-5]*)$/;

/** All operations of the group that a Hall symbol names; undefined when it is none. */
export function hallOperations(symbol: string): SymmetryOperation[] | undefined {
  const [match, centre, lattice = '', rotations = '', change] = SYMBOL.exec(symbol.trim()) ?? [];
  if (match === undefined) return undefined;
  const generators = rotationsOf(rotations.trim().split(/\s+/));
  const shift = changeOfBasis(change);
  if (!generators || !shift) return undefined;
  const centrings = (CENTRINGS[lattice] ?? []).map((translation) => ({ ...IDENTITY, translation }));
  const all = [...centrings, ...(centre === '-' ? [INVERSION] : []), ...generators];
  return closedGroup(all.map((each) => composed(shift.to, composed(each, shift.from))));
}

/** What a rotation leaves for those behind it: its order and the axis that ' and " refer to. */
interface Preceding {
  readonly order: string;
  readonly axis: 'x' | 'y' | 'z';
  readonly position: number;
}

function rotationsOf(symbols: readonly string[]): SymmetryOperation[] | undefined {
  const operations: SymmetryOperation[] = [];
  let preceding: Preceding = { order: '', axis: 'z', position: 0 };
  for (const symbol of symbols) {
    const found = rotationOf(symbol, preceding);
    if (!found) return undefined;
    operations.push(found.operation);
    preceding = { order: found.order, axis: found.axis, position: preceding.position + 1 };
  }
  return operations;
}

function rotationOf(symbol: string, preceding: Preceding) {
  const [match, improper, order = '', given = '', shifts = ''] = ROTATION.exec(symbol) ?? [];
  if (match === undefined) return undefined;
  const mark = given === '' ? defaultAxis(order, preceding) : given;
  const axis = isAxis(mark) ? mark : preceding.axis;
  const kind = isAxis(mark) ? order : `${order}${mark}`;
  const aboutZ = ABOUT_Z[kind];
  if (!aboutZ) return undefined;
  const turned = kind === '3*' ? aboutZ : permuted(aboutZ, axis);
  const rotation = improper === '-' ? turned.map((n) => -n) : turned;
  return { order, axis, operation: { rotation, translation: translationOf(shifts, Number(order), axis) } };
}

function isAxis(mark: string): mark is Preceding['axis'] {
  return mark === 'x' || mark === 'y' || mark === 'z';
}

function defaultAxis(order: string, { order: before, position }: Preceding): string {
  if (order === '1' || position === 0) return 'z';
  if (order === '3' && position === 2) return '*';
  if (order !== '2') return 'z';
  return before === '3' || before === '6' ? "'" : 'x';
}

function permuted(aboutZ: readonly number[], axis: 'x' | 'y' | 'z'): readonly number[] {
  const shift = { z: 0, x: 1, y: 2 }[axis];
  const turned = new Array<number>(9).fill(0);
  aboutZ.forEach((value, i) => {
    const [row, column] = [(Math.floor(i / 3) + shift) % 3, ((i % 3) + shift) % 3];
    turned[3 * row + column] = value;
  });
  return turned;
}

function translationOf(shifts: string, order: number, axis: 'x' | 'y' | 'z'): Vector {
  const sum: [number, number, number] = [0, 0, 0];
  for (const letter of shifts) {
    const along = 'xyz'.indexOf(axis);
    const screw = [0, 0, 0].map((_, i) => (i === along ? Number(letter) / order : 0));
    (TRANSLATIONS[letter] ?? screw).forEach((t, i) => (sum[i as 0 | 1 | 2] += t));
  }
  return sum;
}

interface ChangeOfBasis {
  readonly to: SymmetryOperation;
  readonly from: SymmetryOperation;
}

/** `(0 0 4)` is a shift of the origin in twelfths. Other changes of basis are not read. */
function changeOfBasis(text: string | undefined): ChangeOfBasis | undefined {
  if (text === undefined) return { to: IDENTITY, from: IDENTITY };
  const numbers = text.trim().split(/\s+/).map(Number);
  const [a = NaN, b = NaN, c = NaN] = numbers;
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return undefined;
  const at = (sign: number): SymmetryOperation => ({
    ...IDENTITY,
    translation: [(sign * a) / 12, (sign * b) / 12, (sign * c) / 12],
  });
  return { to: at(1), from: at(-1) };
}

/** Operations as a CIF lists them, all of them well formed; undefined otherwise. A list is read once. */
export function operationsOf(texts: readonly string[]): readonly SymmetryOperation[] | undefined {
  const known = readLists.get(texts);
  if (known) return known;
  const operations = texts.map(parseOperation);
  if (!operations.every((each) => each !== undefined)) return undefined;
  readLists.set(texts, operations);
  return operations;
}

const readLists = new WeakMap<readonly string[], readonly SymmetryOperation[]>();
