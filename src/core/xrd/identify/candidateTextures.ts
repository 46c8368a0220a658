/** How the lines of a phase change with the textures that are tried. */
import { operationsOf } from '#core/xrd/hallSymbol.ts';
import { marchDollase, type Indices, type Texture } from '#core/xrd/marchDollase.ts';
import { cellGeometry } from '#core/xrd/unitCellGeometry.ts';
import type { CandidatePhase } from '#core/xrd/identify/candidatePhases.ts';

const AXES: readonly Indices[] = [
  [0, 0, 1],
  [1, 0, 0],
  [1, 1, 0],
  [1, 1, 1],
];
const MARCH_VALUES = [0.5, 1.7];

const cache = new WeakMap<CandidatePhase, readonly Float64Array[]>();

/** Factor of each line for each texture; none for a phase without a structure. */
export function candidateTextures(candidate: CandidatePhase): readonly Float64Array[] {
  const known = cache.get(candidate) ?? texturesOf(candidate);
  cache.set(candidate, known);
  return known;
}

/** Axes that symmetry makes equal give equal factors and are left out. */
function texturesOf({ phase, reflections, lines }: CandidatePhase): Float64Array[] {
  if (phase.kind !== 'crystal') return [];
  const operations = operationsOf(phase.operations);
  if (!operations) throw new Error(`the symmetry operations of ${phase.id} cannot be read`);
  const geometry = cellGeometry(phase.cell);
  const factorOf = (indices: readonly Indices[], texture: Texture) =>
    indices.reduce((sum, one) => sum + marchDollase(one, texture, { geometry, operations }), 0) /
    indices.length;
  const all = MARCH_VALUES.flatMap((march) =>
    AXES.map((axis) => {
      const factors = reflections.map(({ indices }) => factorOf(indices, { axis, march }));
      return Float64Array.from(lines.reflection, (reflection) => factors[reflection] ?? 1);
    }),
  );
  return all.filter((factors, at) => all.findIndex((other) => areAlike(factors, other)) === at);
}

function areAlike(one: Float64Array, other: Float64Array): boolean {
  return one.every((value, i) => Math.abs(value - (other[i] ?? NaN)) < 1e-6);
}
