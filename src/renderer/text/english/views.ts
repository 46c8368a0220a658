export const views = {
  data: 'Data',
  cycling: 'Cycling',
  impedance: 'Impedance',
  diffraction: 'Diffraction',
  layer: 'Layer',
};
