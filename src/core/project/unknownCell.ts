/** A cell of which nothing is known but that it exists: what is not said of a cell is null or empty, never a default. */
import type { Cell } from '#core/project/study.ts';

export const UNKNOWN_CELL: Omit<Cell, 'id' | 'studyId' | 'groupId' | 'name' | 'order'> = {
  metal: null,
  kind: null,
  coating: '',
  arealHg_mgPerCm2: null,
  layerThickness_um: null,
  electrolyte: '',
  electrolyteThickness_um: null,
  electrolyteConductivity_SPerCm: null,
  area_cm2: null,
  activeMass_mg: null,
  temperature_K: null,
  notes: '',
  exclusionReason: null,
  timeZero_s: 0,
  trimFrom_s: null,
  trimTo_s: null,
  setCurrent_mA: null,
  salt_molPerL: null,
  saltDiffusivity_cm2PerS: null,
  cationTransference: null,
};
