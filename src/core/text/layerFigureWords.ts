/** What is printed in figures of the layer model. */
export const layerFigureWords = {
  title: 'The amalgam layer by the charge that passed',
  time: 'Time',
  content: (metal: string) => `${metal} per Hg`,
  liquid: 'Liquid',
  thickness: 'Thickness',
  potential: (metal: string) => `E against ${metal}`,
  isolated: 'film on its own (most liquid)',
  exchange: (perHour: number) => `foil beneath, k = ${perHour} /h`,
  full: 'foil keeps it full',
  along: (cell: string, file: string, electrode: 'working' | 'counter') =>
    `along the current of ${cell} (${file}), ${electrode} electrode`,
  model: 'Model: equilibrium phases at 25 °C, even current, no pores',
} as const;
