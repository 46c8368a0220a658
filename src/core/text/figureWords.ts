import { shortNumber } from '#core/text/shortNumber.ts';

/** By what a polarisation is numbered in a plot: half cycles, segments of runs in one direction, or some by either. */
type CountedInPlot = 'half cycle' | 'segment' | 'both';

const COUNTED: Readonly<Record<CountedInPlot, readonly [one: string, several: string]>> = {
  'half cycle': ['half cycle', 'half cycles'],
  segment: ['segment', 'segments'],
  both: ['half cycle or segment', 'half cycles or segments'],
};

/** Every word that is printed in a figure. */
export const figureWords = {
  time: 'Time',
  voltage: 'Voltage',
  capacity: 'Capacity',
  arealCapacity: 'Areal capacity',
  specificCapacity: 'Specific capacity',
  simulated: 'Simulated data',
  ungrouped: 'no group',
  cellsOf: (group: string, cells: number) => `${group}: n = ${cells} ${cells === 1 ? 'cell' : 'cells'}`,
  filesOfNoCell: (files: number) => `${files} ${files === 1 ? 'file' : 'files'} of no cell`,
  groupLegend: (group: string, cells: number) => `${group} (n = ${cells})`,
  everyNthHalfCycle: (group: string, least: number, most: number) =>
    `${group}: one cycle in ${least === most ? most : `${least} to ${most}`} drawn`,
  polarisation: 'Polarisation',
  leftOut: (cell: string) => `${cell}: left out of the course`,
  courseOf: (cell: string) => `${cell}: fitted course`,
  eventOf: (cell: string, kind: string) => `${cell}: ${kind}`,
  bandOf: (cell: string) => `${cell}: 95 % band of the fitted course`,
  bandDrawn: 'band: 95 % for the fitted course',
  notPositive: (points: number, counted: CountedInPlot) =>
    `${points} ${COUNTED[counted][points === 1 ? 0 : 1]} of 0 mV or less not on the logarithmic axis`,
  efficiencyBeyond: (cell: string, cycle: number, percent: number) =>
    `${cell}: ${shortNumber(percent)} % in cycle ${cycle} lies beyond the axis`,
  noPolarisation: (cell: string) => `${cell}: not drawn, between unlike electrodes |E| is no polarisation`,
  oneWay: (cell: string) => `${cell}: segments in one direction, no hysteresis`,
  countedAxis: {
    'half cycle': 'Half cycle',
    segment: 'Segment',
    both: 'Half cycle, or segment of a run in one direction',
  },
  cycle: 'Cycle',
  coulombicEfficiency: 'Coulombic efficiency',
  cycleCapacityTitle: 'Capacity and coulombic efficiency against cycle',
  derivativeTitles: { dQdV: 'Incremental capacity', dVdQ: 'Differential voltage' },
  binsOf_V: (bin_mV: number) => `bins of ${bin_mV} mV, not smoothed`,
  binsOfCapacity: (bins: number) => `${bins} bins a curve, not smoothed`,
  followedPeak: 'peak followed over the cycles',
  followedPeakOf: (cell: string) => `${cell}: peak followed over the cycles`,
  endsOutside: 'the axis leaves out the steep first and last 5 % of each curve',
  leftOutOfMeans: (cell: string) => `${cell}: left out of means`,
  polarisationTitles: {
    'half cycle': 'Polarisation of half cycles',
    segment: 'Polarisation of segments in one direction',
    both: 'Polarisation of half cycles or segments',
  },
  cyclesDrawn: (cycles: readonly number[]) => `cycles ${cycles.join(', ')}`,
  voltageTimeTitle: 'Voltage against time',
  halfCycleTitle: 'Half cycles against capacity',
  voltageCapacityTitle: 'Voltage against capacity',
  insetTitle: (hours: number) => `first ${hours} h`,
  frequency: 'Frequency',
  csvFigure: 'Figure',
  csvSource: 'Source',
  csvSha256: 'SHA-256',
  csvNote: 'Note',
} as const;
