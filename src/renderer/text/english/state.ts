import { digits } from '../digits.ts';

/** The state of a cell when a measurement was taken. */
export const state = {
  unspecified: 'Not stated',
  pristine: 'pristine',
  pristineOption: 'Pristine',
  afterCycle: (cycle: number) => `after cycle ${digits(cycle)}`,
  afterCycleOption: 'After cycle …',
  atTime: (time_h: number) => `at ${digits(time_h)} h`,
  atTimeOption: 'At time …',
};
