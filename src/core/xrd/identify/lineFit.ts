/** How well each reflection of a phase is there by itself, beside everything else that is drawn. */
import type { CandidatePhase } from '#core/xrd/identify/candidatePhases.ts';
import { addLine, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
import { fittedAreas, phaseAmount, type FittedModel } from '#core/xrd/identify/patternModel.ts';

export interface ReflectionFit {
  readonly reflection: number;
  /** Observed over calculated intensity. */
  readonly ratio: number;
  /** Standard error of that ratio. */
  readonly error: number;
}

/** `amount` stands in where the fit gives the phase none: what could be there. */
export function reflectionFits(fitted: FittedModel, phase: number, amount: number): ReflectionFit[] {
  const { model, calculated, variance } = fitted;
  const candidate = model.candidates.crystals[phase];
  if (!candidate) return [];
  const isThere = phaseAmount(fitted, phase) > 0;
  const areas = isThere ? fittedAreas(fitted, phase) : candidate.lines.area.map((area) => area * amount);
  const { grid, instrument } = model;
  const drawing = { grid, instrument, state: model.states[phase] ?? UNSTRAINED };
  const scratch = new Float64Array(calculated.length);
  const places = linesOfReflections(candidate);
  return candidate.reflections.map((_, reflection) => {
    let [from, to] = [calculated.length, -1];
    for (const line of places[reflection] ?? []) {
      const reached = addLine(scratch, candidate.lines.twoTheta_deg[line] ?? NaN, areas[line] ?? 0, drawing);
      [from, to] = [Math.min(from, reached.from), Math.max(to, reached.to)];
    }
    let [products, squares] = [0, 0];
    for (let i = from; i <= to; i += 1) {
      const value = scratch[i] ?? 0;
      const weight = 1 / (variance[i] ?? NaN);
      products += weight * value * ((grid.intensity[i] ?? 0) - (calculated[i] ?? 0));
      squares += weight * value * value;
    }
    if (to >= from) scratch.fill(0, from, to + 1);
    return { reflection, ratio: (isThere ? 1 : 0) + products / squares, error: 1 / Math.sqrt(squares) };
  });
}

function linesOfReflections({ reflections, lines }: CandidatePhase): number[][] {
  const places: number[][] = reflections.map(() => []);
  lines.reflection.forEach((reflection, line) => places[reflection]?.push(line));
  return places;
}
