/** Peaks one by one, and the size of crystallites from their widths. */
export const diffractionPeaks = {
  table: 'Table of the peaks',
  searching: 'Searching and fitting peaks …',
  measuring: (scan: string) => `Measuring peaks: ${scan}`,
  failed: 'The peaks were not measured. Open this mode again to try once more.',
  needsRadiation: 'The scan needs its X-rays before peaks are fitted: answer in the panel to the right.',
  errors:
    'Angles, widths and heights are those of Kα1 where the radiation has it. Errors are standard errors of the fit; a zero shift or a displaced sample comes on top.',
  none: 'No peak stands out of the noise by 5 standard errors.',
  columns: {
    angle: '2θ (°)',
    spacing: 'd (Å)',
    height: 'Height (counts)',
    width: 'FWHM (°)',
    significance: 'Significance (σ)',
    phase: 'Phase',
    hkl: 'hkl',
  },
  instrument: {
    title: "Width of the instrument's lines",
    kinds: {
      unknown: 'not known',
      standard: 'one line of a standard',
      caglioti: 'Caglioti: U, V, W',
    },
    fields: {
      standardFwhm_deg: 'FWHM (°)',
      standardAngle_deg: 'at 2θ (°)',
      cagliotiU_deg2: 'U (°²)',
      cagliotiV_deg2: 'V (°²)',
      cagliotiW_deg2: 'W (°²)',
    },
    hints: {
      unknown:
        'Measure a standard such as LaB6 or Si on the same instrument. Without it sizes are bounds only.',
      standard: 'Taken for all angles: sizes from lines far from this angle are less sure.',
      caglioti: 'FWHM² = U tan²θ + V tan θ + W, from a standard on the same instrument.',
    },
  },
  size: {
    title: 'Size and strain',
    noPhases: 'Identify the phases, or choose reference lines: a size needs to know whose line it is.',
    laws: "Shape factor K = 0.9. The range holds Gaussian and Lorentzian ways to take off the instrument's width, and the error of the fit (95 %). Scherrer takes strain for size.",
    scherrer: (from: string, to: string, lines: number) =>
      `Scherrer: ${from} to ${to} nm, ${lines === 1 ? 'from 1 line' : `over ${lines} lines`}.`,
    scherrerOpen: (from: string, lines: number) =>
      `Scherrer: ${from} nm or more, ${lines === 1 ? 'from 1 line' : `over ${lines} lines`}.`,
    limited: (lines: number) =>
      lines === 1
        ? "1 line more is as narrow as the instrument's."
        : `${lines} lines more are as narrow as the instrument's.`,
    atLeast: {
      'no-instrument': (nm: string) =>
        `At least ${nm} nm: how much of the width is the instrument's is not known.`,
      'instrument-limited': (nm: string) =>
        `At least ${nm} nm: its lines are as narrow as the instrument's, which limits what can be told.`,
    },
    refused: {
      'no-sure-line': 'No size: no line of it stands free with a width known within 20 %.',
      'instrument-unknown-there': 'No size: U, V and W give no width at its lines.',
    },
    williamsonHall: (from: string, to: string, lines: number) =>
      `Williamson–Hall: ${from} to ${to} nm over ${lines} lines.`,
    williamsonHallOpen: (from: string, lines: number) =>
      `Williamson–Hall: ${from} nm or more over ${lines} lines.`,
    williamsonHallLeast: (nm: string) => `Williamson–Hall: size at least ${nm} nm.`,
    strain: (from: string, to: string) => `Strain ${from} to ${to} %.`,
    strainMost: (percent: string) => `Strain at most ${percent} %.`,
    williamsonHallRefused: {
      'no-instrument': "No Williamson–Hall: the instrument's width is not known.",
      'too-few-lines': 'No Williamson–Hall: fewer than 4 free lines of this phase.',
      'instrument-limited':
        "No Williamson–Hall: fewer than 4 lines of this phase are wider than the instrument's.",
    },
    doubts: {
      anisotropic:
        'The widths scatter about the line more than counting explains: size or strain differ by direction.',
      'faults-and-texture': 'A soft metal: stacking faults and texture widen its lines too.',
    },
  },
};
