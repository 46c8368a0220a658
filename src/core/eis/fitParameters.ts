/**
 * The parameters that a fit moves. Resistances, capacitances and times are fitted as logarithms, exponents and the
 * rest as they are, all within their limits. Fixed parameters stay; a relation ties one parameter to another.
 */
import type { Circuit } from '#core/eis/circuit.ts';
import type { CircuitParameter } from '#core/eis/circuitModel.ts';

/** `left` equals, or is less than, `right`. */
export interface ParameterRelation {
  readonly kind: 'equal' | 'less';
  readonly left: string;
  readonly right: string;
}

export interface FittedParameter {
  readonly parameter: CircuitParameter;
  /** Limits on the scale of the fit. */
  readonly lower: number;
  readonly upper: number;
  readonly isFixed: boolean;
  /** Position among the free coordinates; -1 = none of its own. */
  readonly coordinate: number;
  /** Position of the parameter whose value is added on the scale of the fit; -1 = none. Always an earlier `order`. */
  readonly base: number;
}

export interface FitParameters {
  readonly all: readonly FittedParameter[];
  /** Positions in `all`, each behind its base. */
  readonly order: Int32Array;
  /** Position in `all` of the parameter of each coordinate. */
  readonly free: Int32Array;
  /** Limits of the coordinates. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function toScale(parameter: Pick<CircuitParameter, 'scale'>, value: number): number {
  return parameter.scale === 'log' ? Math.log(value) : value;
}

export function fromScale(parameter: Pick<CircuitParameter, 'scale'>, x: number): number {
  return parameter.scale === 'log' ? Math.exp(x) : x;
}

/** Throws for a relation of unknown parameters, of different scales, or in a circle: the caller offers only others. */
export function fitParameters(
  parameters: readonly CircuitParameter[],
  settings: Circuit['settings'],
  relations: readonly ParameterRelation[] = [],
): FitParameters {
  const bases = basesOf(parameters, relations);
  const kinds = kindsOf(parameters, relations);
  let coordinates = 0;
  const all = parameters.map((parameter, j): FittedParameter => {
    const setting = settings[parameter.name];
    const lower = toScale(parameter, Math.max(parameter.lower, setting?.lower ?? -Infinity));
    const upper = toScale(parameter, Math.min(parameter.upper, setting?.upper ?? Infinity));
    const isFixed = setting?.fixed === true && setting.value !== null;
    const hasOwn = !isFixed && kinds[j] !== 'equal';
    const base = isFixed ? -1 : (bases[j] ?? -1);
    return { parameter, lower, upper, isFixed, coordinate: hasOwn ? coordinates++ : -1, base };
  });
  const free = Int32Array.from(all.keys()).filter((j) => (all[j]?.coordinate ?? -1) >= 0);
  return {
    all,
    order: orderOf(all),
    free,
    lower: Float64Array.from(free, (j) => (all[j]?.base === -1 ? all[j].lower : 0)),
    upper: Float64Array.from(free, (j) => (all[j]?.base === -1 ? all[j].upper : Infinity)),
  };
}

function positionOf(parameters: readonly CircuitParameter[], name: string): number {
  const position = parameters.findIndex((parameter) => parameter.name === name);
  if (position < 0) throw new Error(`no parameter is called ${name}`);
  return position;
}

/** The right-hand side of a relation hangs on the left-hand one. */
function basesOf(
  parameters: readonly CircuitParameter[],
  relations: readonly ParameterRelation[],
): Int32Array {
  const bases = new Int32Array(parameters.length).fill(-1);
  for (const { left, right } of relations) {
    const from = positionOf(parameters, left);
    const to = positionOf(parameters, right);
    if (parameters[from]?.scale !== parameters[to]?.scale)
      throw new Error(`${left} and ${right} differ in scale`);
    if (bases[to] !== -1) throw new Error(`${right} stands in two relations`);
    bases[to] = from;
  }
  return bases;
}

function kindsOf(
  parameters: readonly CircuitParameter[],
  relations: readonly ParameterRelation[],
): readonly (ParameterRelation['kind'] | undefined)[] {
  return parameters.map(({ name }) => relations.find(({ right }) => right === name)?.kind);
}

function orderOf(all: readonly FittedParameter[]): Int32Array {
  const placed = new Set<number>();
  const order: number[] = [];
  while (order.length < all.length) {
    const next = all.findIndex(({ base }, j) => !placed.has(j) && (base === -1 || placed.has(base)));
    if (next < 0) throw new Error('relations run in a circle');
    placed.add(next);
    order.push(next);
  }
  return Int32Array.from(order);
}

/** Writes the natural values of all parameters for coordinates; `fixedValues` holds those of the fixed ones. */
export function fillValues(
  { all, order }: FitParameters,
  coordinates: Float64Array,
  fixedValues: Float64Array,
  values: Float64Array,
): void {
  for (let i = 0; i < order.length; i += 1) {
    const j = order[i] ?? 0;
    const fitted = all[j];
    if (!fitted) continue;
    const { parameter, coordinate, base, isFixed, lower, upper } = fitted;
    if (isFixed) {
      values[j] = fixedValues[j] ?? NaN;
      continue;
    }
    const own = coordinate < 0 ? 0 : (coordinates[coordinate] ?? NaN);
    const from = base < 0 ? 0 : toScale(parameter, values[base] ?? NaN);
    values[j] = fromScale(parameter, base < 0 ? own : Math.min(Math.max(own + from, lower), upper));
  }
}

/** Coordinates of natural values, moved inside the limits and, where a relation is broken, onto it. */
export function coordinatesOf(
  { all, free, lower, upper }: FitParameters,
  values: Float64Array,
): Float64Array {
  return Float64Array.from(free, (j, i) => {
    const fitted = all[j];
    if (!fitted) return NaN;
    const x = toScale(fitted.parameter, values[j] ?? NaN);
    const from = fitted.base < 0 ? 0 : toScale(fitted.parameter, values[fitted.base] ?? NaN);
    return Math.min(Math.max(x - from, lower[i] ?? NaN), upper[i] ?? NaN);
  });
}

/** dx/du: how much each parameter (row) on its scale follows each coordinate (column): 0 or 1. */
export function dependence({ all, order, free }: FitParameters): Float64Array {
  const columns = free.length;
  const matrix = new Float64Array(all.length * columns);
  for (const j of order) {
    const fitted = all[j];
    if (!fitted || fitted.isFixed) continue;
    if (fitted.coordinate >= 0) matrix[j * columns + fitted.coordinate] = 1;
    if (fitted.base < 0) continue;
    for (let i = 0; i < columns; i += 1)
      matrix[j * columns + i] = (matrix[j * columns + i] ?? 0) + (matrix[fitted.base * columns + i] ?? 0);
  }
  return matrix;
}
