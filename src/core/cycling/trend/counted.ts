/** By what polarisations are numbered: half cycles, or the segments of a run in one direction. */
export type Counted = 'half cycle' | 'segment';
