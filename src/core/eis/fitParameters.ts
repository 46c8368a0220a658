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
  /** Position of the parameter that this one hangs on; -1 = none. Always an earlier `order`. */
  readonly base: number;
  /** How the coordinate is counted: as what is added to the base on the scale of the fit, or as the product with it. */
  readonly tie: 'sum' | 'product';
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
    const isFixed = isHeld(settings, parameter.name);
    const coordinate = isFixed || kinds[j] === 'equal' ? -1 : coordinates++;
    const related = bases[j] ?? -1;
    const joint = parameter.jointWith === undefined ? -1 : positionOf(parameters, parameter.jointWith);
    const isJoint = related < 0 && joint >= 0;
    const base = isFixed ? -1 : Math.max(related, joint);
    const limits = limitsOf(parameters, settings, parameter);
    return { parameter, ...limits, isFixed, coordinate, base, tie: isJoint ? 'product' : 'sum' };
  });
  const free = Int32Array.from(all.keys()).filter((j) => (all[j]?.coordinate ?? -1) >= 0);
  return {
    all,
    order: orderOf(all),
    free,
    lower: Float64Array.from(free, (j) => coordinateLimits(all, j).lower),
    upper: Float64Array.from(free, (j) => coordinateLimits(all, j).upper),
  };
}

function isHeld(settings: Circuit['settings'], name: string): boolean {
  const setting = settings[name];
  return setting?.fixed === true && setting.value !== null;
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** The physical limits and the user's own, on the scale of the fit. */
function limitsOf(
  parameters: readonly CircuitParameter[],
  settings: Circuit['settings'],
  parameter: CircuitParameter,
): Limits {
  const own = settings[parameter.name];
  const left = leftByPartner(parameters, settings, parameter);
  return {
    lower: toScale(parameter, Math.max(parameter.lower, own?.lower ?? -Infinity)),
    upper: toScale(parameter, Math.min(parameter.upper, own?.upper ?? Infinity, left)),
  };
}

/** What a held exponent leaves to the one that it is multiplied with. */
function leftByPartner(
  parameters: readonly CircuitParameter[],
  settings: Circuit['settings'],
  { name }: CircuitParameter,
): number {
  const partner = parameters.find(({ jointWith }) => jointWith === name);
  const held = partner && isHeld(settings, partner.name) ? settings[partner.name]?.value : null;
  return 1 / (held ?? 0);
}

/** Of a distance from a base, of a product of exponents, or of the parameter itself. */
function coordinateLimits(all: readonly FittedParameter[], j: number): Limits {
  const { base = -1, tie, lower = NaN, upper = NaN } = all[j] ?? {};
  if (base < 0) return { lower, upper };
  return tie === 'sum'
    ? { lower: 0, upper: Infinity }
    : { lower: lower * (all[base]?.lower ?? NaN), upper: 1 };
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
  if (relations.length === 0) return [];
  return parameters.map(({ name }) => relations.find(({ right }) => right === name)?.kind);
}

function orderOf(all: readonly FittedParameter[]): Int32Array {
  if (all.every(({ base }) => base < 0)) return Int32Array.from(all.keys());
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
    const own = fitted.coordinate < 0 ? 0 : (coordinates[fitted.coordinate] ?? NaN);
    if (fitted.isFixed) values[j] = fixedValues[j] ?? NaN;
    else if (fitted.base < 0) values[j] = fromScale(fitted.parameter, own);
    else values[j] = tiedValue(fitted, own, values[fitted.base] ?? NaN);
  }
}

function tiedValue({ parameter, tie, lower, upper }: FittedParameter, own: number, base: number): number {
  const x = tie === 'product' ? own / base : own + toScale(parameter, base);
  return fromScale(parameter, Math.min(Math.max(x, lower), upper));
}

/** Coordinates of natural values, moved inside the limits and, where a relation is broken, onto it. */
export function coordinatesOf(
  { all, free, lower, upper }: FitParameters,
  values: Float64Array,
): Float64Array {
  return Float64Array.from(free, (j, i) => {
    const fitted = all[j];
    const u = fitted ? coordinateOf(fitted, values[j] ?? NaN, values[fitted.base] ?? NaN) : NaN;
    return Math.min(Math.max(u, lower[i] ?? NaN), upper[i] ?? NaN);
  });
}

function coordinateOf({ parameter, base, tie }: FittedParameter, value: number, baseValue: number): number {
  const x = toScale(parameter, value);
  if (base < 0) return x;
  return tie === 'product' ? x * baseValue : x - toScale(parameter, baseValue);
}

/**
 * dx/du, row-major: how much each parameter (row) on its scale follows each coordinate (column). 0 or 1, but for an
 * exponent b whose coordinate is its product u with another, a: b = u/a follows u by 1/a and a by −b/a.
 */
export function dependence({ all, order, free }: FitParameters, values: Float64Array): Float64Array {
  const columns = free.length;
  const matrix = new Float64Array(all.length * columns);
  for (const j of order) {
    const fitted = all[j];
    if (!fitted || fitted.isFixed) continue;
    const { own, ofBase } = sharesOf(fitted, values[j] ?? NaN, values[fitted.base] ?? NaN);
    if (fitted.coordinate >= 0) matrix[j * columns + fitted.coordinate] = own;
    for (let i = 0; fitted.base >= 0 && i < columns; i += 1) {
      const at = j * columns + i;
      matrix[at] = (matrix[at] ?? 0) + ofBase * (matrix[fitted.base * columns + i] ?? 0);
    }
  }
  return matrix;
}

function sharesOf({ base, tie }: FittedParameter, value: number, baseValue: number) {
  return base >= 0 && tie === 'product'
    ? { own: 1 / baseValue, ofBase: -value / baseValue }
    : { own: 1, ofBase: 1 };
}
