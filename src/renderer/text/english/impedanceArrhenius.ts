export const impedanceArrhenius = {
  title: (quantity: string) => `Arrhenius fit of 1/${quantity}`,
  table: 'Temperatures of the spectra',
  spectrum: 'Spectrum',
  temperature: 'T (°C)',
  temperatureOf: (spectrum: string) => `Temperature of ${spectrum}`,
  unknown: 'not known',
  sources: { typed: 'typed', file: 'from the name of the file', cell: 'of the cell' },
  tooFew: 'An activation energy needs two temperatures at which the data determine the value.',
  energy: (kJ: string, eV: string) => `Ea = ${kJ} kJ/mol (${eV} eV)`,
  interval: (low: string, high: string) => `95 %: ${low} … ${high} kJ/mol`,
  noInterval: 'no interval from two points',
  points: (count: number, undetermined: number) =>
    `${count} points${undetermined === 0 ? '' : `, ${undetermined} not determined and left out`}`,
};
