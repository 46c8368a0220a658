export const views = {
  data: 'Data',
  cycling: 'Cycling',
  impedance: 'Impedance',
  layer: 'Layer',
};
