/** Lines of a phase drawn on the working grid, and how the drawing changes with the instrument's parameters. */
import { tchShape, axialShare, type ProfileShape } from '#core/xrd/peakProfile.ts';
import { lineShift_deg } from '#core/xrd/lineShift.ts';
import type { LineTable } from '#core/xrd/identify/candidatePhases.ts';
import type { WorkingGrid } from '#core/xrd/identify/workingGrid.ts';

const DEGREE = 180 / Math.PI;
/** The strongest line of a phase is drawn to this many widths on both sides, and the others as far as tails of that height. */
const MOST_REACH = 12;
const LEAST_REACH = 3;

/** What all phases of a pattern share. */
export interface Instrument {
  readonly zeroShift_deg: number;
  readonly displacement_mm: number;
  readonly radius_mm: number;
  /** Gaussian width, constant; Lorentzian widths X tan θ and Y/cos θ. */
  readonly gauss_deg: number;
  readonly lorentzX_deg: number;
  readonly lorentzY_deg: number;
  /** Of the axial divergence, see axialShare. */
  readonly asymmetry: number;
}

/** What a phase has of its own. */
export interface PhaseState {
  /** Relative change of all its spacings. */
  readonly strain: number;
  /** Lorentzian width over cos θ of small crystals, added to the instrument's. */
  readonly broadening_deg: number;
}

export const UNSTRAINED: PhaseState = { strain: 0, broadening_deg: 0 };

/** Where a line lies on the instrument and how wide it is there. */
export function linePlace(
  twoTheta_deg: number,
  instrument: Instrument,
  { strain, broadening_deg }: PhaseState,
): { readonly centre_deg: number; readonly shape: ProfileShape; readonly share: number } {
  const theta = twoTheta_deg / 2 / DEGREE;
  const tangent = Math.tan(theta);
  const lorentz =
    instrument.lorentzX_deg * tangent + (instrument.lorentzY_deg + broadening_deg) / Math.cos(theta);
  return {
    centre_deg: twoTheta_deg + lineShift_deg(instrument, twoTheta_deg) - 2 * strain * tangent * DEGREE,
    shape: tchShape(instrument.gauss_deg, Math.max(1e-4, lorentz)),
    share: axialShare(instrument.asymmetry, twoTheta_deg),
  };
}

/** What lines are drawn with. */
export interface Drawing {
  readonly grid: WorkingGrid;
  readonly instrument: Instrument;
  readonly state: PhaseState;
}

export interface Line {
  readonly twoTheta_deg: number;
  readonly area: number;
  /** Widths to which it is drawn on both sides, see lineReach. */
  readonly reach: number;
}

/** Lorentzian tails fall with the square of the distance, so a weak line's sinks below a height after fewer widths. */
export function lineReach(area: number, strongest: number): number {
  return Math.max(LEAST_REACH, MOST_REACH * Math.sqrt(Math.min(1, area / strongest)));
}

/** The highest of them, or 0. */
export function strongestOf(areas: Float64Array): number {
  let most = 0;
  for (const area of areas) most = Math.max(most, area);
  return most;
}

/** Adds the lines with those areas to `sum`. */
export function addLines(
  sum: Float64Array,
  { twoTheta_deg: angles }: Pick<LineTable, 'twoTheta_deg'>,
  areas: Float64Array,
  drawing: Drawing,
): void {
  const strongest = strongestOf(areas);
  for (let i = 0; i < angles.length; i += 1) {
    const [twoTheta_deg, area] = [angles[i] ?? NaN, areas[i] ?? 0];
    if (area !== 0) addLine(sum, { twoTheta_deg, area, reach: lineReach(area, strongest) }, drawing);
  }
}

/** The same lines with several sets of areas, such as textures: each profile is computed once. */
export function drawVariants(
  { twoTheta_deg: angles }: Pick<LineTable, 'twoTheta_deg'>,
  variants: readonly Float64Array[],
  drawing: Drawing,
): Float64Array[] {
  const cells = drawing.grid.intensity.length;
  const [only, ...others] = variants;
  if (only && others.length === 0) {
    const sum = new Float64Array(cells);
    addLines(sum, { twoTheta_deg: angles }, only, drawing);
    return [sum];
  }
  const strongest = variants.map(strongestOf);
  const sums = variants.map(() => new Float64Array(cells));
  const unit = new Float64Array(cells);
  for (let line = 0; line < angles.length; line += 1) {
    const reaches = variants.map((areas, k) => lineReach(areas[line] ?? 0, strongest[k] ?? NaN));
    const whole = { twoTheta_deg: angles[line] ?? NaN, area: 1, reach: Math.max(...reaches) };
    const { from, to } = addLine(unit, whole, drawing);
    sums.forEach((sum, k) => {
      addTimes(sum, variants[k]?.[line] ?? 0, unit, { from, to });
    });
    if (to >= from) unit.fill(0, from, to + 1);
  }
  return sums;
}

interface Cells {
  readonly from: number;
  readonly to: number;
}

function addTimes(sum: Float64Array, factor: number, values: Float64Array, { from, to }: Cells): void {
  for (let i = from; i <= to; i += 1) sum[i] = (sum[i] ?? 0) + factor * (values[i] ?? 0);
}

/** Adds one line and says in which cells, both ends included. */
export function addLine(
  sum: Float64Array,
  { twoTheta_deg, area, reach: widths }: Line,
  { grid, instrument, state }: Drawing,
): Cells {
  const { start_deg, step_deg } = grid;
  const { centre_deg, shape, share } = linePlace(twoTheta_deg, instrument, state);
  const reach = widths * shape.fwhm_deg;
  const from = Math.max(0, Math.ceil((centre_deg - reach - start_deg) / step_deg));
  const to = Math.min(sum.length - 1, Math.floor((centre_deg + reach - start_deg) / step_deg));
  const middle = Math.min(Math.max(Math.ceil((centre_deg - start_deg) / step_deg), from), to + 1);
  addHalf(sum, from, middle, { grid, centre_deg, half: halfOf(shape, area, 1 + share) });
  addHalf(sum, middle, to + 1, { grid, centre_deg, half: halfOf(shape, area, 1 - share) });
  return { from, to };
}

interface Side {
  readonly grid: WorkingGrid;
  readonly centre_deg: number;
  readonly half: ReturnType<typeof halfOf>;
}

/** Adds one side of a line in the cells from one to before another. */
function addHalf(sum: Float64Array, from: number, to: number, { grid, centre_deg, half }: Side): void {
  const { start_deg, step_deg } = grid;
  const { lorentz, gauss, stretch } = half;
  for (let i = from; i < to; i += 1) {
    const offset = start_deg + i * step_deg - centre_deg;
    const square = stretch * offset * offset;
    // Beyond 2.5 widths the Gaussian part is below 1e-7 of its height.
    const part = square < 25 ? gauss * Math.exp(-Math.LN2 * square) : 0;
    sum[i] = (sum[i] ?? 0) + lorentz / (1 + square) + part;
  }
}

/** One side of a split pseudo-Voigt, see peakProfile: heights of its parts, and what makes offsets half widths. */
function halfOf({ fwhm_deg, eta }: ProfileShape, area: number, factor: number) {
  const height = (2 * area) / fwhm_deg;
  return {
    lorentz: (height * eta) / Math.PI,
    gauss: height * (1 - eta) * Math.sqrt(Math.LN2 / Math.PI),
    stretch: (2 / (fwhm_deg * factor)) ** 2,
  };
}

/** Derivatives of a phase's drawing by the parameters, each on the grid. */
export type Slopes = Readonly<Record<SlopeName, Float64Array>>;
export const SLOPE_NAMES = ['shift', 'displaced', 'strain', 'gauss', 'x', 'y', 'asymmetry'] as const;
export type SlopeName = (typeof SLOPE_NAMES)[number];

export function emptySlopes(cells: number): Slopes {
  const zeros = () => new Float64Array(cells);
  return {
    shift: zeros(),
    displaced: zeros(),
    strain: zeros(),
    gauss: zeros(),
    x: zeros(),
    y: zeros(),
    asymmetry: zeros(),
  };
}

/** Steps of the parameters for the differences of width and mixing. */
const WIDTH_STEP_DEG = 1e-4;

/** Adds the derivatives of the lines with those areas to `slopes`. */
export function addSlopes(
  slopes: Slopes,
  { twoTheta_deg: angles }: Pick<LineTable, 'twoTheta_deg'>,
  areas: Float64Array,
  drawing: Drawing,
): void {
  const strongest = strongestOf(areas);
  for (let i = 0; i < angles.length; i += 1) {
    const [twoTheta_deg, area] = [angles[i] ?? NaN, areas[i] ?? 0];
    if (area !== 0)
      addSlopesOfLine(slopes, { twoTheta_deg, area, reach: lineReach(area, strongest) }, drawing);
  }
}

/** By d/dcentre, d/dH, d/dη of the profile and the chain rule; the asymmetry's by stretching one side. */
function addSlopesOfLine(
  slopes: Slopes,
  { twoTheta_deg, area, reach: widths }: Line,
  { grid, instrument, state }: Drawing,
): void {
  const theta = twoTheta_deg / 2 / DEGREE;
  const [tangent, cosine] = [Math.tan(theta), Math.cos(theta)];
  const { centre_deg, shape, share } = linePlace(twoTheta_deg, instrument, state);
  const { fwhm_deg: h, eta } = shape;
  const lorentz = Math.max(
    1e-4,
    instrument.lorentzX_deg * tangent + (instrument.lorentzY_deg + state.broadening_deg) / cosine,
  );
  const wider = tchShape(instrument.gauss_deg + WIDTH_STEP_DEG, lorentz);
  const more = tchShape(instrument.gauss_deg, lorentz + WIDTH_STEP_DEG);
  const byGauss = { h: (wider.fwhm_deg - h) / WIDTH_STEP_DEG, eta: (wider.eta - eta) / WIDTH_STEP_DEG };
  const byLorentz = { h: (more.fwhm_deg - h) / WIDTH_STEP_DEG, eta: (more.eta - eta) / WIDTH_STEP_DEG };
  const byDisplacement = (-2 * cosine * DEGREE) / instrument.radius_mm;
  const byStrain = -2 * tangent * DEGREE;
  const byAsymmetry = 1 / Math.tan(2 * theta);
  const reach = widths * h;
  const { start_deg, step_deg } = grid;
  const from = Math.max(0, Math.ceil((centre_deg - reach - start_deg) / step_deg));
  const to = Math.min(grid.intensity.length - 1, Math.floor((centre_deg + reach - start_deg) / step_deg));
  for (let i = from; i <= to; i += 1) {
    const offset = start_deg + i * step_deg - centre_deg;
    const factor = offset < 0 ? 1 + share : 1 - share;
    const stretched = offset / factor;
    const square = (stretched / h) ** 2;
    const l = 2 / (Math.PI * h * (1 + 4 * square));
    const g = (GAUSS_HEIGHT / h) * Math.exp(-4 * Math.LN2 * square);
    const lorentzPart = (eta * l * 8 * square) / (1 + 4 * square);
    const gaussPart = (1 - eta) * g * 8 * Math.LN2 * square;
    const byH = (area * (lorentzPart + gaussPart - eta * l - (1 - eta) * g)) / h;
    const byEta = area * (l - g);
    // d/doffset = −(parts)/offset, and the centre moves against the offset.
    const byCentre = stretched === 0 ? 0 : (area * (lorentzPart + gaussPart)) / offset;
    const byL = byH * byLorentz.h + byEta * byLorentz.eta;
    add(slopes.shift, i, byCentre);
    add(slopes.displaced, i, byCentre * byDisplacement);
    add(slopes.strain, i, byCentre * byStrain);
    add(slopes.gauss, i, byH * byGauss.h + byEta * byGauss.eta);
    add(slopes.x, i, byL * tangent);
    add(slopes.y, i, byL / cosine);
    add(slopes.asymmetry, i, (Math.sign(-offset) * byAsymmetry * area * (lorentzPart + gaussPart)) / factor);
  }
}

const GAUSS_HEIGHT = 2 * Math.sqrt(Math.LN2 / Math.PI);

function add(values: Float64Array, i: number, value: number): void {
  values[i] = (values[i] ?? 0) + value;
}
