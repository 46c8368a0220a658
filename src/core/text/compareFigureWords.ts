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
} as const;
