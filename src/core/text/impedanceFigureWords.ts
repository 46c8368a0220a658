/** Words printed in figures of impedance. */
export const impedanceFigureWords = {
  nyquistTitle: 'Nyquist plot',
  bodeTitle: 'Bode plot',
  impedanceTitle: 'Nyquist and Bode plot',
  real: "Z'",
  minusImaginary: "−Z''",
  modulus: '|Z|',
  minusPhase: '−Phase',
  frequency: 'Frequency',
  residual: 'Residual / |Z|',
  residualRe: (label: string) => `${label}, Z'`,
  residualIm: (label: string) => `${label}, Z''`,
  leftOut: (label: string) => `${label}, left out`,
  fitOf: (label: string) => `${label}, fit`,
  withState: (name: string, state: string) => (state === '' ? name : `${name}, ${state}`),
  groupWithState: (group: string, state: string, spectra: number) =>
    `${group}${state === '' ? '' : `, ${state}`} (n = ${spectra})`,
  perArea: 'Z × electrode area',
  perInterface: 'Z × electrode area / 2: one interface of a symmetric cell',
  spectraOf: (file: string, spectra: number) => `${file}: ${spectra} spectra`,
  validityTitle: 'Kramers-Kronig residuals',
} as const;
