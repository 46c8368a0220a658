/** What the command `compare` says beside the comparison itself. */
export const compareCommandWords = {
  summary:
    'Compares groups of cells: metrics with intervals, lifetimes, cross-checks, doubts, and a conclusion.',
  groupsOption: () =>
    'Groups to compare, by id or name; ratios are of the first over the second. All by default.',
  halfCycleOption: () =>
    'At which half cycle polarisations are compared (10 by default), to be chosen beforehand.',
  hoursOption: () => 'The same by the time since the first half cycle began.',
  oneStudy: () => 'compare: name one study: its folder, or the study.json in it.',
  onePoint: () => 'compare: give either --half-cycle or --hours.',
  wholeHalfCycle: () => '--half-cycle is a whole number.',
  twoGroups: () => 'compare: at least two groups are needed.',
  unknownGroup: (name: string, known: readonly string[]) =>
    `--groups: there is no group "${name}"; the study has ${known.join(', ')}.`,
  checks: () => 'Cross-checks',
  doubts: () => 'Doubts that the data raise',
  warnings: () => 'To bear in mind',
  conclusion: () => 'Conclusion',
  holm: (p: string, tests: number) => `Holm of ${tests} ${p}`,
};
