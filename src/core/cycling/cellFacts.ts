import type { Cell, Metal } from '#core/project/study.ts';

/** What a symmetric cell's analysis needs of the cell beside the run; null = not known. */
export interface CellFacts {
  readonly metal: Metal | null;
  readonly electrolyteThickness_um: number | null;
  readonly electrolyteConductivity_SPerCm: number | null;
  /** Of the salt in a liquid or polymer electrolyte. */
  readonly salt_molPerL: number | null;
  /** Ambipolar. */
  readonly saltDiffusivity_cm2PerS: number | null;
  /** Share of the current that the metal's ion carries, 0..1. */
  readonly cationTransference: number | null;
}

export const NO_CELL_FACTS: CellFacts = {
  metal: null,
  electrolyteThickness_um: null,
  electrolyteConductivity_SPerCm: null,
  salt_molPerL: null,
  saltDiffusivity_cm2PerS: null,
  cationTransference: null,
};

type StudyFacts = { readonly [K in keyof CellFacts]?: Cell[K] };

/** What a study knows of its cell. */
export function cellFactsOf({
  metal = null,
  electrolyteThickness_um = null,
  electrolyteConductivity_SPerCm = null,
  salt_molPerL = null,
  saltDiffusivity_cm2PerS = null,
  cationTransference = null,
}: StudyFacts): CellFacts {
  return {
    ...{ metal, electrolyteThickness_um, electrolyteConductivity_SPerCm },
    ...{ salt_molPerL, saltDiffusivity_cm2PerS, cationTransference },
  };
}
