/** What a comparison of groups of cells says. */
import type { MetricId } from '#core/compare/metrics.ts';
import type { ImpliedRetention } from '#core/cycling/fullCell/impliedRetention.ts';
import type { Interval } from '#core/cycling/trend/profileHull.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

const percent = (share: number): string => `${shortNumber(100 * share)} %`;
const listed = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');

const metric: Readonly<Record<MetricId, string>> = {
  polarisation_start: 'Polarisation, first half cycle',
  polarisation_at: 'Polarisation at the point chosen',
  polarisation_end: 'Polarisation, median of the last ten half cycles',
  hysteresis_end: 'Hysteresis (two-sided), median of the last five cycles',
  conditioning_plateau: 'Plateau of the conditioning',
  conditioning_time: 'Time constant of the conditioning',
  interface_pristine: 'Interface resistance, pristine, one interface',
  interface_after: 'Interface resistance after cycling, one interface',
  interface_ratio: 'Interface resistance, after cycling over pristine',
  intercept_ratio: 'High-frequency intercept, after cycling over pristine',
  plated_capacity: 'Capacity plated until failure or the end of the test',
  coulombic_efficiency: 'Coulombic efficiency, median over the cycles',
  time_to_failure: 'Time to failure',
};

/** On the axis of a figure, which has less room; the figure says the rest below. */
const axis: Readonly<Record<MetricId, string>> = {
  polarisation_start: 'Polarisation',
  polarisation_at: 'Polarisation',
  polarisation_end: 'Polarisation',
  hysteresis_end: 'Hysteresis (two-sided)',
  conditioning_plateau: 'Plateau of the conditioning',
  conditioning_time: 'Time constant',
  interface_pristine: 'Interface resistance',
  interface_after: 'Interface resistance',
  interface_ratio: 'Interface, cycled / pristine',
  intercept_ratio: 'Intercept, cycled / pristine',
  plated_capacity: 'Capacity plated',
  coulombic_efficiency: 'Coulombic efficiency',
  time_to_failure: 'Time to failure',
};

const warning = {
  fewCells: (group: string, n: number) => `${group}: n = ${n}. Below three cells a spread is hardly known.`,
  noTest: () => 'A group of fewer than two cells cannot be tested.',
  rankLimit: (n1: number, n2: number, p: number) =>
    `With ${n1} against ${n2} cells the smallest p that ranks can reach is ${shortNumber(p)}: they cannot come below 0.05.`,
  unequalSizes: (n1: number, n2: number) =>
    `Groups of ${n1} and ${n2} cells: an exact permutation of means is then lopsided.`,
  noBootstrap: (n: number) =>
    `No percentile bootstrap of cells below n = ${n}: it covers far less than it says. Intervals are Student's.`,
  oneBatch: () => 'All cells are of one batch: differences between batches are not in the spread.',
  batchUnknown: () =>
    'The study does not say which batch each cell is of. If it is one, differences between batches are not in the spread.',
  unequalCapacity: (low: number, high: number, tolerance: number) =>
    `Areal capacity per half cycle is unequal: ${shortNumber(low)} to ${shortNumber(high)} mAh/cm² (more than ${percent(tolerance)}).`,
  unequalCurrent: (low: number, high: number, tolerance: number) =>
    `Current density is unequal: ${shortNumber(low)} to ${shortNumber(high)} mA/cm² (more than ${percent(tolerance)}).`,
  excludedCells: (cells: readonly string[]) => `Left out: ${listed(cells)}.`,
  missingValues: (cells: readonly string[]) => `No value from: ${listed(cells)}.`,
  hgInventory: () =>
    'Coated cells hold mercury, which stores metal: bare against coated is not a change of the surface alone.',
  suspectCells: (cells: readonly string[]) =>
    `Signs of a soft short in ${listed(cells)}: a low voltage or resistance there need not be a good interface.`,
  censoringUnknown: (cells: readonly string[]) =>
    `Why the test ended is not known of ${listed(cells)}: survival presumes that good cells were not stopped early.`,
};

const check = {
  needsSpectrum: () => 'needs a cycling run and a spectrum marked pristine or after a cycle',
  needsFit: () => 'the spectrum could not be fitted, or no half cycle lies beside it',
  needsElectrolyte: () => 'thickness and conductivity of the electrolyte are not stated',
  needsArea: () => 'the area of the electrode or a cycling run is missing',
  needsInventory: () =>
    'neither the mercury per area nor the thickness of the film is stated, or its volume is not known',
  needsTwoSpectra: () => 'needs a spectrum marked pristine and one after cycling',
  needsCycles: () =>
    'needs at least three whole cycles after the reference cycle, at its current and with one sign of the voltage',
  interceptLimit: () => 'a spectrum does not reach the real axis: its intercept is only an upper limit',
  onePhase: (phases: readonly string[]) =>
    `phases ${phases.join(', ')}: at least two of known potential and a run are needed`,
  polarisationImpedance: (
    [low, high]: readonly [number, number],
    implied_mV: number,
    resistance_ohm: number,
    tolerance: number,
  ) =>
    `polarisation ${shortNumber(low)} to ${shortNumber(high)} mV beside the spectrum; its ${shortNumber(resistance_ohm)} Ω imply ` +
    `${shortNumber(implied_mV)} mV (tolerance ${percent(tolerance)})`,
  ohmicFloor: (measured_mV: number, floor_mV: number, density: number, floor_ohm_cm2: number) =>
    `polarisation at the end ${shortNumber(measured_mV)} mV; the electrolyte alone needs ${shortNumber(density)} mA/cm² × ` +
    `${shortNumber(floor_ohm_cm2)} Ω cm² = ${shortNumber(floor_mV)} mV`,
  oneThickness: (most_um: number, fullest: string) =>
    `only one thickness is known; as ${fullest} the dense film could be ${shortNumber(most_um)} µm at most`,
  layerThickness: (film: {
    readonly hg_mgPerCm2: number;
    readonly least_um: number;
    readonly most_um: number;
    readonly fullest: string;
    readonly stated_um: number;
  }) =>
    `${shortNumber(film.hg_mgPerCm2)} mg/cm² of mercury make ${shortNumber(film.least_um)} µm at least and ` +
    `${shortNumber(film.most_um)} µm as ${film.fullest} at most; ${shortNumber(film.stated_um)} µm are stated`,
  layerCapacity: (cycled: number, toLiquid: number, toFull: number) =>
    `${shortNumber(cycled)} mAh/cm² pass in a half cycle; the film is all liquid after ${shortNumber(toLiquid)} and full after ` +
    `${shortNumber(toFull)} mAh/cm²: what is beyond comes from or goes to the metal beneath`,
  interceptChange: (before: number, after: number, tolerance: number) =>
    `intercept ${shortNumber(before)} Ω before and ${shortNumber(after)} Ω after cycling (${percent(after / before - 1)}; ` +
    `tolerance ${percent(tolerance)})`,
  efficiencyRetention: (found: ImpliedRetention) =>
    `a mean efficiency of ${(100 * found.efficiency).toFixed(2)} % over ${found.cycles} cycles would leave ` +
    `${percent(found.implied)} (${percent(found.impliedLow)} to ${percent(found.impliedHigh)} with its error) without ` +
    `metal in excess; ${percent(found.measured)} are retained`,
  efficiencyAboveOne: (efficiency: number) =>
    `a mean efficiency of ${(100 * efficiency).toFixed(2)} % is above 100 %, which no loss explains`,
  plateau: (plateau_mV: number, { lower95, upper95 }: Interval) =>
    `; conditioning ends at a fitted plateau of ${shortNumber(plateau_mV)} mV (95 % interval ` +
    `${lower95 === null ? 'open' : shortNumber(lower95)} to ${upper95 === null ? 'open' : shortNumber(upper95)})`,
  phaseVoltage: (
    [low, high]: readonly [string, string],
    [implied, error]: readonly [number, number],
    measured: number,
  ) =>
    `surfaces of ${high} and ${low} would be ${shortNumber(implied)} ± ${shortNumber(error)} mV apart; ${shortNumber(measured)} mV are measured`,
};

export const compareWords = {
  axis,
  unknownMetal: () => 'unknown metal',
  unknownElectrolyte: () => 'unknown electrolyte',
  metric,
  warning,
  check,
};
