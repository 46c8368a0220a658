/**
 * One order for arcs that could change places: fast ones first. Parts of a series that have the same structure give the
 * same impedance in any order, so that a fit may end in each of them.
 */
import { elementsOf, type CircuitNode } from '#core/eis/circuit.ts';
import type { CircuitParameter } from '#core/eis/circuitModel.ts';

/** Natural values in the sorted order; `movable` tells whether a parameter may take another value (not fixed or tied). */
export function sortArcs(
  root: CircuitNode,
  parameters: readonly CircuitParameter[],
  { values, movable }: { readonly values: Float64Array; readonly movable: readonly boolean[] },
): Float64Array {
  const sorted = values.slice();
  for (const places of placesOf(root, parameters)) {
    if (places.some((positions) => positions.some((j) => movable[j] !== true))) continue;
    const arcs = places
      .map((positions) => positions.map((j) => values[j] ?? NaN))
      .map((own, i) => ({ own, tau: timeConstant(places[i] ?? [], own, parameters) }))
      .sort((a, b) => a.tau - b.tau);
    places.forEach((positions, i) => {
      for (const [k, j] of positions.entries()) sorted[j] = arcs[i]?.own[k] ?? NaN;
    });
  }
  return sorted;
}

const known = new WeakMap<CircuitNode, readonly Places[]>();

/** Positions of the parameters of each part of a group. */
type Places = readonly (readonly number[])[];

/** Of a tree, which is never changed, found once. */
function placesOf(root: CircuitNode, parameters: readonly CircuitParameter[]): readonly Places[] {
  const found =
    known.get(root) ??
    interchangeable(root).map((group) => group.map((node) => positionsOf(node, parameters)));
  known.set(root, found);
  return found;
}

/** Groups of two or more parts of the same series that have the same structure. */
export function interchangeable(root: CircuitNode): readonly (readonly CircuitNode[])[] {
  if (root.kind === 'element') return [];
  const inside = root.children.flatMap(interchangeable);
  if (root.kind === 'parallel') return inside;
  const byShape = new Map<string, CircuitNode[]>();
  for (const child of root.children) {
    const shape = shapeOf(child);
    byShape.set(shape, [...(byShape.get(shape) ?? []), child]);
  }
  return [...[...byShape.values()].filter((group) => group.length > 1), ...inside];
}

function shapeOf(node: CircuitNode): string {
  return node.kind === 'element' ? node.code : `${node.kind}(${node.children.map(shapeOf).join()})`;
}

function positionsOf(node: CircuitNode, parameters: readonly CircuitParameter[]): readonly number[] {
  return elementsOf(node).flatMap(({ name }) =>
    [...parameters.keys()].filter((j) => parameters[j]?.elementName === name),
  );
}

/** τ itself where there is one, else (R Q)^(1/n) or R C of the first resistor and capacitor. */
function timeConstant(
  positions: readonly number[],
  values: readonly number[],
  parameters: readonly CircuitParameter[],
): number {
  const valueOf = (test: (parameter: CircuitParameter) => boolean) => {
    const at = positions.findIndex((j) => {
      const parameter = parameters[j];
      return parameter !== undefined && test(parameter);
    });
    return at < 0 ? undefined : values[at];
  };
  const tau = valueOf(({ symbol }) => symbol === 'tau');
  if (tau !== undefined) return tau;
  const r = valueOf(({ symbol, code }) => code === 'R' || symbol === 'Rct') ?? 1;
  const c = valueOf(({ symbol, code }) => code === 'C' || symbol === 'Q') ?? 1;
  const n = valueOf(({ symbol }) => symbol === 'n') ?? 1;
  return (r * c) ** (1 / n);
}
