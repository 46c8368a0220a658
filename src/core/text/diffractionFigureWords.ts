/** What is printed in figures of diffraction. */
export const diffractionFigureWords = {
  patterns: 'Diffraction patterns',
  fitted: 'Fit of a diffraction pattern',
  axes: {
    twoTheta: { quantity: '2θ', unit: '°' },
    d: { quantity: 'd', unit: 'Å' },
    q: { quantity: 'Q', unit: 'Å⁻¹' },
  },
  intensity: 'Intensity',
  counts: 'counts',
  arbitrary: 'a.u.',
  scales: { linear: '', sqrt: '√ of the intensity', log: 'log of the intensity' },
  offset: 'Patterns are set above each other',
  normalised: 'each to its highest point',
  measured: 'measured',
  calculated: 'calculated',
  background: 'background',
  difference: 'difference',
  differenceAxis: 'Difference',
  differenceBand: '95 % of counting',
  compared: 'Diffraction before and after',
  times: (label: string, factor: number) =>
    factor === 1 ? label : `${label} × ${Number(factor.toPrecision(3))}`,
  sigma: 'σ',
  simulated: 'Simulated data',
  radiation: (id: string, wavelength_A: number) => `${id}, λ = ${wavelength_A.toFixed(5)} Å`,
} as const;
