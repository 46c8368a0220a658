/** How well each reflection of a phase is there by itself, beside everything else that is drawn. */
import type { CandidatePhase } from '#core/xrd/identify/candidatePhases.ts';
import { addLine, addLines, lineReach, strongestOf, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
import {
  fittedAreas,
  overdispersion,
  phaseAmount,
  type FittedModel,
} from '#core/xrd/identify/patternModel.ts';

export interface ReflectionFit {
  readonly reflection: number;
  /** Observed over calculated intensity. */
  readonly ratio: number;
  /** Standard error of that ratio: of counting, scaled by what the model fails to explain, and of what lies under it. */
  readonly error: number;
}

/** What the lines of other phases that lie under a line may be wrong by, as a share of them. */
const OVERLAP_ERROR = 0.15;

export interface ReflectionFitOptions {
  /** Stands in where the fit gives the phase none: what could be there. */
  readonly amount: number;
  /** Indexes of the reflections that are wanted; undefined: all. */
  readonly looked: readonly number[] | undefined;
}

/** Of the reflections in range. */
export function reflectionFits(
  fitted: FittedModel,
  phase: number,
  { amount, looked }: ReflectionFitOptions,
): ReflectionFit[] {
  const { model, calculated } = fitted;
  const scatter = overdispersion(fitted);
  const candidate = model.candidates.crystals[phase];
  if (!candidate) return [];
  const isThere = phaseAmount(fitted, phase) > 0;
  const areas = isThere ? fittedAreas(fitted, phase) : candidate.lines.area.map((area) => area * amount);
  const { grid, instrument } = model;
  const strongest = strongestOf(areas);
  const drawing = { grid, instrument, state: model.states[phase] ?? UNSTRAINED };
  const own = new Float64Array(calculated.length);
  if (isThere) addLines(own, candidate.lines, areas, drawing);
  const scratch = new Float64Array(calculated.length);
  const places = linesOfReflections(candidate);
  return (looked ?? [...candidate.reflections.keys()]).flatMap((reflection) => {
    let [from, to] = [calculated.length, -1];
    for (const line of places[reflection] ?? []) {
      const [twoTheta_deg, area] = [candidate.lines.twoTheta_deg[line] ?? NaN, areas[line] ?? 0];
      const reached = addLine(scratch, { twoTheta_deg, area, reach: lineReach(area, strongest) }, drawing);
      [from, to] = [Math.min(from, reached.from), Math.max(to, reached.to)];
    }
    const { products, squares, overlap } = sumsOver({ from, to }, scratch, own, fitted);
    if (squares === 0) return [];
    scratch.fill(0, from, to + 1);
    const under = (OVERLAP_ERROR * Math.max(0, overlap)) / squares;
    const error = Math.hypot(scatter / Math.sqrt(squares), under);
    return [{ reflection, ratio: (isThere ? 1 : 0) + products / squares, error }];
  });
}

function linesOfReflections({ reflections, lines }: CandidatePhase): number[][] {
  const places: number[][] = reflections.map(() => []);
  lines.reflection.forEach((reflection, line) => places[reflection]?.push(line));
  return places;
}

/** Weighted products of a line with the residual, with itself and with the lines of other phases. */
function sumsOver(
  { from, to }: { readonly from: number; readonly to: number },
  line: Float64Array,
  own: Float64Array,
  { model, calculated, variance, lines }: FittedModel,
): { readonly products: number; readonly squares: number; readonly overlap: number } {
  const { intensity } = model.grid;
  const at = (values: Float64Array, i: number) => values[i] ?? 0;
  let [products, squares, overlap] = [0, 0, 0];
  for (let i = from; i <= to; i += 1) {
    const weighted = at(line, i) / (variance[i] ?? NaN);
    products += weighted * (at(intensity, i) - at(calculated, i));
    squares += weighted * at(line, i);
    overlap += weighted * (at(lines, i) - at(own, i));
  }
  return { products, squares, overlap };
}
