/** Words on the validity of spectra and on distributions of relaxation times. */
export const impedanceTests = {
  title: 'Kramers-Kronig',
  valid: 'Valid',
  invalid: 'Not valid',
  testing: 'Testing …',
  failed: 'The test failed',
  tooFewToTest: 'too few points',
  validBadge: (percent: string) => `Valid, noise ${percent} % of |Z|`,
  invalidBadge: (percent: string) => `Not valid, noise ${percent} % of |Z|`,
  validWords: (percent: string) =>
    `The residuals look like noise (${percent} % of |Z|): nothing in them speaks against a linear, causal and stable cell.`,
  doubtful: 'Passes, but Z-HIT disagrees',
  invalidWords: (percent: string) =>
    `The residuals have structure (${percent} % of |Z|): the cell changed while it was measured, or the instrument adds to it.`,
  detail: (elements: number, mu: string) => `${elements} RC elements, µ = ${mu}`,
  structure: (re: string, im: string) =>
    `structure of the residuals: Z' ${re}, Z'' ${im}; 3 or more is structure`,
  zHitValid: 'Z-HIT agrees: |Z| follows from the phase.',
  zHitInvalid:
    'Z-HIT does not agree: |Z| does not follow from the phase. Look for a drift while it was measured, or for steep phase at the ends of the frequencies, where Z-HIT itself is inexact.',
  advice: {
    'drop-low': 'Leave out the lowest frequencies',
    'drop-high': 'Leave out the highest frequencies',
    'drop-points': 'Leave out single points',
    repeat: 'Measure again: no few points make it valid',
  },
  follow: (points: number) => (points === 1 ? 'Leave out 1 point' : `Leave out ${points} points`),
  leftOut: (points: number) => `${points} ${points === 1 ? 'point is' : 'points are'} left out`,
  bringBack: 'Bring all back',
  drtTitle: 'Relaxation times',
  lambdaRule: 'λ by',
  lambdaRules: { gcv: 'cross-validation', 'l-curve': 'L-curve', 'by-hand': 'hand' },
  lambda: 'λ',
  lambdaIs: (value: string) => `λ = ${value}`,
  computing: 'Computing …',
  tooFew: 'Too few points for a distribution.',
  polarisation: 'Polarisation resistance',
  peaks: 'Peaks',
  peakColumns: { tau: 'τ (s)', r: 'R', c: 'C (F)', frequency: 'f (Hz)' },
  noPeaks: 'No peak stands out of the noise.',
};
