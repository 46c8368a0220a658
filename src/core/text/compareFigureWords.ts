/** What is printed in figures of a comparison. */
export const compareFigureWords = {
  metric: 'Every cell as a point',
  survival: 'Survival of the cells',
  mean: 'mean ± SD',
  time: 'Time',
  surviving: 'Cells that have not failed',
  censored: 'test ended first',
  group: 'Group',
  set: (set: string) => set,
  ratio: (pair: string, ratio: string) => `${pair} = ${ratio}`,
} as const;
