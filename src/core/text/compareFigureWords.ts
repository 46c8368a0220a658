/** What is printed in figures of a comparison. */
export const compareFigureWords = {
  metric: 'Every cell as a point',
  survival: 'Survival of the cells',
  mean: 'mean ± SD',
  time: 'Time',
  surviving: 'Cells that have not failed',
  censored: 'test ended first',
  ratio: ([a, b]: readonly [string, string], ratio: string) => `${a} / ${b} = ${ratio}`,
  middleOf: (metric: string) => `cells with the middle value of: ${metric}`,
  chosenByHand: 'cells chosen by hand',
  halfCycle: (index: number) => `half cycle ${index} of each, time from its start`,
  halfCycleTitle: (index: number) => `Voltage in half cycle ${index}`,
  countedInFiles: 'counted in each file',
  fewerHalfCycles: (cell: string, found: number) =>
    `${cell}: only ${found} half ${found === 1 ? 'cycle' : 'cycles'}`,
  noHalfCycles: (cell: string, reason: string) => `${cell}: ${reason}`,
  ownScales: 'each group has a voltage scale of its own',
} as const;
