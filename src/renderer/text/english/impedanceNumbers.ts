export const impedanceNumbers = {
  title: 'Interface resistance',
  hint: 'R of the slowest arc of each fit.',
  symmetric: 'R·A/2: the arc holds two equal interfaces.',
  single: 'R·A.',
  perCell: 'In Ω, because no area is set.',
  noFits: 'Fit the spectra to see their interface resistances.',
  change: (ratio: string, error: string) => `× ${ratio} ± ${error}`,
  ratioOf: (state: string, first: string, second: string) =>
    `${first} / ${second}${state === '' ? '' : `, ${state}`}`,
  interval: (low: string, high: string) => `95 %: ${low} … ${high}`,
  noInterval: 'no interval with one cell in a group',
  possibleShort: (cell: string, percent: string) =>
    `${cell}: the high-frequency intercept fell by ${percent} %: a possible short.`,
  columns: {
    cell: 'Cell',
    state: 'State',
    value: 'ASR',
    change: 'to pristine',
    capacitance: 'C',
    conductivity: 'σ',
  },
  noArc: (count: number) =>
    `${count} ${count === 1 ? 'fit has' : 'fits have'} no arc that could be the interface: no number here.`,
  areaError: 'Standard error of the electrode area',
  material: 'Capacitance and conductivity',
  formulas: { capacitor: 'C', brug: 'Brug', 'hsu-mansfeld': 'Hsu–Mansfeld' },
  capacitanceHint:
    'C of the slowest arc, of one interface: Brug where the time constants spread along the surface, Hsu–Mansfeld where they spread through a film.',
  conductivityHint: (from: string) => `σ = thickness/(R·A), with R = ${from}.`,
  outsideClass: (spectrum: string, classes: string) =>
    `${spectrum}: this is not the capacitance of an interface or a double layer${classes === '' ? '' : ` but of: ${classes}`}. Look at what the arc is.`,
  error: (value: string, error: string) => `${value} ± ${error}`,
};
