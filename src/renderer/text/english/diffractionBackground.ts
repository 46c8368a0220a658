export const diffractionBackground = {
  title: 'Background',
  kinds: {
    none: 'as measured',
    snip: 'SNIP (clipped)',
    arpls: 'arPLS (reweighted smoothing)',
    polynomial: 'polynomial',
    points: 'points by hand',
    fit: 'of the fit, halo kept apart',
  },
  numbers: { snip: 'Window to each side', arpls: 'Length', polynomial: 'Degree' },
  numberHints: {
    snip: 'Lines up to two thirds of it wide are cut off.',
    arpls: 'What is longer is followed.',
    polynomial: '3 to 6 suit most patterns.',
  },
  points: 'Points at 2θ (°)',
  pointsClick: 'Type them, or click on a pattern; a click on a point takes it away.',
  pointsTyped: 'Draw the background as a curve to set them by clicks.',
  pointsExample: '12, 22, 30.5, 45',
  pointsRefused: 'Angles between 0 and 180°, parted by commas.',
  useChoice: 'What becomes of the background',
  uses: { curve: 'drawn below', subtract: 'subtracted' },
  keepsHalo: 'Keep an amorphous halo in the pattern',
  takesHalo: (id: string, percent: string) =>
    `The fit found the halo of ${id}, ${percent} % of the counts above the background: it goes with the background.`,
  takesAnyHalo: 'A halo of a liquid or a glass goes with the background and is not seen any more.',
  halos: {
    snip: 'The curve follows a halo; what it has above a base without maxima up to 7° wide is the halo. The longest feet that its lines could have are taken off first: beside very strong lines a weak halo is not told from them and stays background.',
    arpls:
      'The curve follows a halo; what it has above a base without maxima up to 7° wide is the halo. The longest feet that its lines could have are taken off first: beside very strong lines a weak halo is not told from them and stays background.',
    polynomial:
      'A low degree runs below a halo, which stays in the pattern; a high one follows it in part, and that part is told from the base by its width, up to 7°.',
    points:
      'Set points upon a halo and it is a component of its own, up to 7° wide; without points upon it, it stays in the pattern.',
    fit: 'The halos of the library are components of the fit of the phases, apart from its background. Scans that were not identified are shown as measured.',
  },
  strip: 'Kα2 stripped for display',
  stripHint: 'By Rachinger; it adds noise. Fits always use the doublet.',
  stripNone: 'The X-rays of these scans have no Kα2 beside Kα1, or are not known.',
  failed: 'The background could not be computed',
};
