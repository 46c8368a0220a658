/** How well each reflection of a phase is there by itself, beside everything else that is drawn. */
import { addLines, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
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
  return candidate.reflections.map((_, reflection) => {
    const own = areas.map((area, line) => (candidate.lines.reflection[line] === reflection ? area : 0));
    const values = new Float64Array(calculated.length);
    addLines(values, candidate.lines, own, drawing);
    let [products, squares] = [0, 0];
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? 0;
      if (value === 0) continue;
      const weight = 1 / (variance[i] ?? NaN);
      products += weight * value * ((grid.intensity[i] ?? 0) - (calculated[i] ?? 0));
      squares += weight * value * value;
    }
    return { reflection, ratio: (isThere ? 1 : 0) + products / squares, error: 1 / Math.sqrt(squares) };
  });
}
