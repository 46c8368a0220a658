/**
 * Shift, displacement, widths and the spacings of the strong phases: Gauss-Newton steps in which the amounts of all
 * columns are free (Golub and Pereyra, Inverse Problems 19 (2003) R1), with soft limits from what instruments do.
 */
import { mutateToCholesky, mutateToSolution } from '#core/numeric/cholesky.ts';
import {
  addSlopes,
  emptySlopes,
  UNSTRAINED,
  type Instrument,
  type PhaseState,
  type Slopes,
} from '#core/xrd/identify/lineModel.ts';
import { fitModel, fittedAreas, varianceOf, type FittedModel } from '#core/xrd/identify/patternModel.ts';
import { weightedProducts } from '#core/xrd/identify/weightedProducts.ts';

/** Parameters of the instrument with the centre and width of what is usual, and the longest step. */
const INSTRUMENT = [
  { name: 'zeroShift_deg', usual: 0, spread: 0.06, step: 0.05, least: -0.4, most: 0.4 },
  { name: 'displacement_mm', usual: 0, spread: 0.15, step: 0.12, least: -0.8, most: 0.8 },
  { name: 'gauss_deg', usual: 0.08, spread: 0.06, step: 0.03, least: 0.01, most: 1 },
  { name: 'lorentzX_deg', usual: 0.03, spread: 0.06, step: 0.03, least: 0, most: 1 },
  { name: 'lorentzY_deg', usual: 0.04, spread: 0.06, step: 0.03, least: 0, most: 1 },
  { name: 'asymmetry', usual: 0, spread: 0.04, step: 0.03, least: -0.05, most: 0.3 },
] as const satisfies readonly (Limits & { readonly name: keyof Instrument })[];
const STRAIN: Limits = { usual: 0, spread: 0.001, step: 0.001, least: -0.006, most: 0.006 };
const BROADENING: Limits = { usual: 0, spread: 0.08, step: 0.05, least: 0, most: 1.5 };

interface Limits {
  readonly usual: number;
  readonly spread: number;
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** One parameter: its limits, its value and the change of the pattern with it. */
interface Parameter extends Limits {
  readonly value: number;
  readonly slope: Float64Array;
}

/** Up to `rounds` steps over the phases of those indexes; ends when a step improves nothing. */
export function refineModel(from: FittedModel, phases: readonly number[], rounds: number): FittedModel {
  let here = from;
  for (let round = 0; round < rounds; round += 1) {
    const next = stepFrom(here, phases);
    if (!next) break;
    const gained = here.fit.chiSquare - next.fit.chiSquare;
    here = next;
    if (gained < LEAST_GAIN * here.fit.chiSquare) break;
  }
  return here;
}

const LEAST_GAIN = 2e-3;

/** The full step, or a half or a quarter of it: the first that lowers χ² and the price of what is unusual. */
function stepFrom(here: FittedModel, phases: readonly number[]): FittedModel | undefined {
  const parameters = parametersOf(here, phases);
  const step = gaussNewtonStep(here, parameters);
  if (!step) return undefined;
  const variance = varianceOf(here.model.grid, here.calculated, here.lines);
  const before =
    sumOfSquares(here, variance) +
    priceOf(
      parameters,
      parameters.map((p) => p.value),
    );
  for (const wanted of [clipped(step, parameters), shortened(step, parameters)]) {
    for (const share of [1, 0.4, 0.15]) {
      const values = parameters.map((p, i) => limited(p, p.value + share * (wanted[i] ?? 0)));
      const model = { ...here.model, ...unpacked(here, phases, values) };
      const trial = fitModel(model, variance, here);
      if (trial.fit.chiSquare + priceOf(parameters, values) < before) return trial;
    }
  }
  return undefined;
}

/** Each parameter by its longest step at most. */
function clipped(step: readonly number[], parameters: readonly Parameter[]): readonly number[] {
  return parameters.map((p, i) => Math.min(Math.max(step[i] ?? 0, -p.step), p.step));
}

/**
 * The same way, but not as far: shift and displacement nearly do the same and may ask for long steps that cancel, which
 * clipping each by itself would turn into a shift of all lines.
 */
function shortened(step: readonly number[], parameters: readonly Parameter[]): readonly number[] {
  const share = parameters.reduce((least, p, i) => Math.min(least, p.step / Math.abs(step[i] ?? 0)), 1);
  return step.map((value) => share * value);
}

function sumOfSquares({ model, calculated }: FittedModel, variance: Float64Array): number {
  return model.grid.intensity.reduce(
    (sum, value, i) => sum + (value - (calculated[i] ?? NaN)) ** 2 / (variance[i] ?? NaN),
    0,
  );
}

function priceOf(parameters: readonly Parameter[], values: readonly number[]): number {
  return parameters.reduce((sum, p, i) => sum + (((values[i] ?? NaN) - p.usual) / p.spread) ** 2, 0);
}

const limited = ({ least, most }: Limits, value: number) => Math.min(Math.max(value, least), most);

function parametersOf(here: FittedModel, phases: readonly number[]): Parameter[] {
  const { model } = here;
  const cells = model.grid.intensity.length;
  const { instrument, grid } = model;
  const all = emptySlopes(cells);
  const own: Parameter[] = [];
  for (const phase of phases) {
    const slopes = emptySlopes(cells);
    const state = model.states[phase] ?? UNSTRAINED;
    const lines = model.candidates.crystals[phase]?.lines;
    if (!lines) continue;
    addSlopes(slopes, lines, fittedAreas(here, phase), { grid, instrument, state });
    addUp(all, slopes);
    own.push({ ...STRAIN, value: state.strain, slope: slopes.strain });
    own.push({ ...BROADENING, value: state.broadening_deg, slope: slopes.y });
  }
  const shared = [all.shift, all.displaced, all.gauss, all.x, all.y, all.asymmetry];
  const spread = { gauss_deg: grid.fwhm_deg, lorentzX_deg: grid.fwhm_deg, lorentzY_deg: grid.fwhm_deg };
  const common = INSTRUMENT.map((limits, i): Parameter => {
    const width = limits.name in spread ? grid.fwhm_deg / 2 : undefined;
    return {
      ...limits,
      ...(width === undefined ? {} : { usual: width, spread: width }),
      value: instrument[limits.name],
      slope: shared[i] ?? new Float64Array(cells),
    };
  });
  return [...common, ...own];
}

function addUp(all: Slopes, slopes: Slopes): void {
  for (const name of ['shift', 'displaced', 'gauss', 'x', 'y', 'asymmetry'] as const) {
    const [sum, part] = [all[name], slopes[name]];
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
  }
}

/** Solves for the changes of parameters and of the amounts above zero together. */
function gaussNewtonStep(
  { model, columns, fit, calculated, variance }: FittedModel,
  parameters: readonly Parameter[],
): number[] | undefined {
  const linear = columns.filter((_, k) => (fit.amounts[k] ?? 0) > 0).map((column) => column.values);
  const all = [...parameters.map((p) => p.slope), ...linear];
  const n = all.length;
  const residual = model.grid.intensity.map((value, i) => value - (calculated[i] ?? 0));
  const products = weightedProducts(all, residual, variance);
  const solution = solved(products, n, parameters);
  return solution && parameters.map((_, i) => solution[i] ?? 0);
}

/** Normal equations with the soft limits on the first unknowns; undefined when they cannot be solved. */
function solved(
  products: Float64Array,
  n: number,
  parameters: readonly Parameter[],
): Float64Array | undefined {
  const scales = Float64Array.from({ length: n }, (_, i) => {
    const own = (products[i * (n + 1) + i] ?? 0) + (parameters[i] ? parameters[i].spread ** -2 : 0);
    return own > 0 ? 1 / Math.sqrt(own) : 0;
  });
  const gram = new Float64Array(n * n);
  const right = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const parameter = parameters[i];
    const pull = parameter ? (parameter.usual - parameter.value) / parameter.spread ** 2 : 0;
    right[i] = ((products[i * (n + 1) + n] ?? 0) + pull) * (scales[i] ?? 0);
    for (let j = i; j < n; j += 1) {
      const value = (products[i * (n + 1) + j] ?? 0) * (scales[i] ?? 0) * (scales[j] ?? 0);
      gram[i * n + j] = value;
      gram[j * n + i] = value;
    }
    gram[i * n + i] = 1 + RIDGE;
  }
  if (mutateToCholesky(gram, n) >= 0) return undefined;
  mutateToSolution(gram, n, right);
  return right.map((value, i) => value * (scales[i] ?? 0));
}

const RIDGE = 1e-6;

function unpacked(
  { model }: FittedModel,
  phases: readonly number[],
  values: readonly number[],
): { readonly instrument: Instrument; readonly states: readonly PhaseState[] } {
  const changed = Object.fromEntries(INSTRUMENT.map(({ name }, i) => [name, values[i] ?? NaN]));
  const states = [...model.states];
  phases.forEach((phase, k) => {
    const at = INSTRUMENT.length + 2 * k;
    states[phase] = { strain: values[at] ?? 0, broadening_deg: values[at + 1] ?? 0 };
  });
  return { instrument: { ...model.instrument, ...changed }, states };
}
