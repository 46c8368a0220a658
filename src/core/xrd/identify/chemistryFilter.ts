/** Phases that the elements of a sample allow. */
import type { Phase } from '#core/xrd/crystalPhase.ts';

/** Elements of a formula such as `Li0.33La0.56TiO3`. */
export function elementsOf(formula: string): readonly string[] {
  return [...new Set(formula.match(/[A-Z][a-z]?/g) ?? [])];
}

/** Those phases all of whose elements are among `elements`. */
export function allowedPhases(phases: readonly Phase[], elements: readonly string[]): readonly Phase[] {
  return phases.filter(({ formula }) => elementsOf(formula).every((element) => elements.includes(element)));
}
