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
  columns: { cell: 'Cell', state: 'State', value: 'ASR', change: 'to pristine' },
  error: (value: string, error: string) => `${value} ± ${error}`,
};
