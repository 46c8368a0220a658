interface DepthWords {
  readonly um: string;
  readonly angle: string;
}

interface ErrorPartWords {
  readonly fit: string;
  readonly grains: string;
  readonly methods: string;
}

export const diffractionAmounts = {
  title: 'Amounts',
  table: 'Amounts of the phases',
  tableEmpty: 'No phase is present.',
  doubts: 'What to keep in mind',
  sample: 'Sample',
  samples: { powder: 'powder', layer: 'film on a substrate' },
  thickness: 'Thickness of the film',
  thicknessUnknown: 'not known',
  columns: {
    phase: 'Phase',
    wholePattern: 'wt%, pattern',
    rir: 'wt%, RIR',
    ofFilm: 'wt% of the film',
    signal: 'signal, %',
    depth: 't99, µm',
    angle: 'at 2θ, °',
  },
  wholly: '100',
  noSignal: '< 0.01',
  withError: (value: string, error: string) => `${value} ± ${error}`,
  substrateRow: (id: string) => `${id} (below)`,
  powderBasis:
    'Pattern: the fit of all lines, among the phases that are not excluded. RIR: the lines that stand alone, among the phases that are present; I/Ic is computed from the structures. t99: 99 % of the signal of the best line, at the angle given, comes from above it in the dense phase. Errors of the pattern are standard errors of the parts named above; that of the fit holds its misfit, what the lines of a phase disagree by, and 5 % of each phase for computed intensities. Errors by RIR are of counting and overlap alone, wider where the lines of a phase disagree. Coarse grains beyond 1 µm and what is amorphous are in neither.',
  errorParts: (phase: string, { fit, grains, methods }: ErrorPartWords) =>
    `Error of ${phase}, wt%: ${fit} of the fit and the structures, ${grains} if grains are of 1 µm, ${methods} between pattern and RIR.`,
  layerBasis:
    'By absorption of an even, closed, dense film: signal is the share of what an endless film would give, of the substrate what comes through. Fractions are among the crystalline phases of the film, mixed over its depth. Errors are standard errors of counting and overlap.',
  noLayer: 'Not every phase of the film has a line that stands alone: no composition of the film.',
  apparent: (um: string) =>
    `The lines of film and substrate have the ratio of a film of ${um} µm, if nothing is textured.`,
  sampleDepth: (low: DepthWords, high: DepthWords) =>
    `t99 of the dense mixture: ${low.um} µm at ${low.angle}°, ${high.um} µm at ${high.angle}°. Deeper is not seen; a porous powder is seen deeper.`,
  filmDepth: (low: DepthWords, high: DepthWords) =>
    `t99 of the film: ${low.um} µm at ${low.angle}°, ${high.um} µm at ${high.angle}°.`,
  comparison: {
    film: 'Film, for its thickness',
    filmAutomatic: 'the strongest new phase',
    row: (film: string, substrate: string) => `Thickness of ${film} from how it weakens ${substrate}, µm`,
    atLeast: (um: string) => `at least ${um} (95 %)`,
    atMost: (um: string) => `at most ${um} (95 %)`,
    refusals: {
      'not-bare': 'not told: the scan before is not of the bare substrate, it shows a film already',
      'attenuation-unknown': 'not told: how the film absorbs these X-rays is not in the tables',
      'no-common-line': 'not told: no line of the substrate stands alone in both scans',
      'bare-not-seen': 'not told: the substrate is not seen in the scan before',
      'not-weaker': 'not told: the substrate is stronger with the film than without it',
    },
    assumes: (film: string) =>
      `The thickness supposes an even, closed and dense film of ${film}, the same substrate, beam and place in it. Cracks and holes let more through: the film seems thinner. A smaller or lower sample gives less: it seems thicker. A film of another phase changes it as 1/µ; pores do not count.`,
    sameTime:
      'A file does not say how long it counted: the thickness supposes the same counting time in both scans.',
    timesKnown: (before: string, after: string) =>
      `Counting times of ${before} s before and ${after} s after are allowed for.`,
    disagree:
      'The lines of the substrate do not agree on the thickness as 1/sin θ has it: holes, texture, or something under one. The error is wider by their scatter.',
  },
};
