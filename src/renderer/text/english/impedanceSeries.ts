export const impedanceSeries = {
  title: 'Series',
  quantity: 'Quantity',
  plot: 'Plot',
  plots: { series: 'over the series', arrhenius: 'Arrhenius: over temperature' },
  over: 'Over',
  noTemperature:
    'An Arrhenius plot needs fitted resistances and their temperatures: see the table at the side.',
  axes: { time: 'Time', cycle: 'Cycle', charge: 'Charge', number: 'Spectrum' },
  missing: (fitted: number, all: number) => `${fitted} of ${all} spectra are fitted.`,
  fitMissing: (count: number) => (count === 1 ? 'Fit the one missing' : `Fit the ${count} missing`),
  nothing: 'A fitted quantity over time or cycle would be here. Fit the spectra first.',
  clockUnknown: (file: string) => `${file} has no clock: its test time is taken as that of the spectra`,
  table: 'Fitted quantity of each spectrum',
  columns: { value: 'Value', lower: 'lower 95 %', upper: 'upper 95 %', verdict: 'Verdict' },
};
