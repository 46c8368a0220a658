export const views = {
  data: 'Data',
  cycling: 'Cycling',
  impedance: 'Impedance',
  diffraction: 'Diffraction',
  compare: 'Compare',
  layer: 'Layer',
  toData: 'Go to the Data view',
};
