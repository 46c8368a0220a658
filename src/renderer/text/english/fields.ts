/** Fields of a cell. */
export const fields = {
  group: 'Group',
  name: 'Cell',
  metal: 'Metal',
  kind: 'Kind',
  area_cm2: 'Area',
  activeMass_mg: 'Active mass',
  coating: 'Coating',
  arealHg_mgPerCm2: 'Areal Hg',
  layerThickness_um: 'Layer',
  electrolyte: 'Electrolyte',
  electrolyteThickness_um: 'El. thickness',
  electrolyteConductivity_SPerCm: 'El. conductivity',
  temperature_K: 'Temperature',
  notes: 'Notes',
  exclusionReason: 'Excluded because',
  files: 'Files',
  notANumber: (typed: string, unit: string) => `“${typed}” is not a number above zero (${unit}).`,
  ambiguousComma: (typed: string) =>
    `“${typed}” could mean ${typed.replace(',', '.')} or ${typed.replace(',', '')}; write it with a point or without a comma.`,
  notAChoice: (typed: string, choices: string) => `“${typed}” is not one of ${choices}.`,
};
