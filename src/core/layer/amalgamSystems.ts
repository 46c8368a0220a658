/** The registry of metals whose amalgam can be followed by the charge that passes. */
import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { lithiumMercury } from '#core/layer/lithiumMercury.ts';
import { magnesiumMercury, potassiumMercury, sodiumMercury, zincMercury } from '#core/layer/otherAmalgams.ts';

export const AMALGAM_SYSTEMS: readonly AmalgamSystem[] = [
  lithiumMercury,
  sodiumMercury,
  potassiumMercury,
  zincMercury,
  magnesiumMercury,
];

/** Metals that mercury coats without storing them, with what it does instead. */
export const METALS_WITHOUT_AMALGAM: ReadonlyMap<string, string> = new Map([
  [
    'Al',
    'Mercury dissolves 0.015 at% of aluminium and forms no compound with it: the layer holds almost no charge, ' +
      'so it cannot turn from solid to liquid and back. What mercury does to aluminium is to lift its oxide.',
  ],
]);

export function amalgamSystemOf(metal: string): AmalgamSystem | undefined {
  return AMALGAM_SYSTEMS.find((system) => system.metal === metal);
}
