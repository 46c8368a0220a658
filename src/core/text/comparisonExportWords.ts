/** What stands in the files of an exported comparison. */
export const comparisonExportWords = {
  study: (name: string) => `Study: ${name}`,
  simulated: () => 'The study is simulated: nothing in it was measured.',
  groups: (names: readonly string[]) =>
    `Groups: ${names.join(', ')}. Ratios are of the first over the second.`,
  atHalfCycle: (halfCycle: number) =>
    `Polarisations at the point chosen are those of half cycle ${halfCycle}.`,
  atHours: (hours: number) => `Polarisations at the point chosen are those after ${hours} h.`,
  /** Of every file of the archive, by its name. */
  files: {
    'conclusion.txt': 'what can be concluded, what cannot, and what would change it',
    'metrics.csv':
      'metrics of the groups: n cells, mean, standard deviation, ratio with 95 % interval, tests, warnings. Holm’s p counts the tests of one metric in all metals, electrolytes and pairs of groups',
    'cells.csv': 'the value of every cell in every metric; n is the number of cells',
    'lifetimes.csv': 'how long each cell lasted and what ended it',
    'survival.csv': 'survival after Kaplan and Meier with the interval after Greenwood',
    'techniques.csv': 'impedance before and after cycling, and phases by diffraction, of each cell',
    'cross-checks.csv': 'what two techniques, or a measurement and a balance, say of one cell',
    'doubts.csv': 'doubts that the data raise, with references and what was said to them',
    figures:
      'figures as SVG and PDF at the size set in the program; of profiles also the voltages as CSV, with the file of each cell and its SHA-256',
  },
  csv: () => 'Tables are CSV in UTF-8 with a decimal point; an empty cell is a value that is not known.',
} as const;
