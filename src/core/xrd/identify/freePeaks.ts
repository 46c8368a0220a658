/** Peaks that no phase explains, drawn as lines of their own so that no phase is bent to explain them. */
import { findPeaks } from '#core/xrd/findPeaks.ts';
import { lineShift_deg } from '#core/xrd/lineShift.ts';
import { twoThetaOf_deg } from '#core/xrd/unitCellGeometry.ts';
import type { LineTable } from '#core/xrd/identify/candidatePhases.ts';
import { linePlace, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
import { fittedAreas, phaseAmount, type FittedModel } from '#core/xrd/identify/patternModel.ts';
import { angleOf } from '#core/xrd/identify/workingGrid.ts';

const LEAST_SIGNIFICANCE = 6;
const MOST_AT_ONCE = 12;

/** Tables of the new lines; peaks nearer than `apart` widths to a strong line of a fitted phase belong to that. */
export function newFreePeaks(fitted: FittedModel, apart: number): LineTable[] {
  const { grid } = fitted.model;
  const twoTheta_deg = Float64Array.from({ length: grid.intensity.length }, (_, i) => angleOf(grid, i));
  const sigma = fitted.variance.map((value) => (value === Infinity ? 0 : Math.sqrt(value)));
  const trace = { twoTheta_deg, intensity: grid.intensity, background: fitted.calculated, sigma };
  const found = findPeaks(trace, { fwhm_deg: grid.fwhm_deg, leastSignificance: LEAST_SIGNIFICANCE });
  const taken = strongLines(fitted);
  return found
    .filter((peak) => taken.every((at) => Math.abs(at - peak.twoTheta_deg) > apart * grid.fwhm_deg))
    .sort((a, b) => b.significance - a.significance)
    .slice(0, MOST_AT_ONCE)
    .map((peak) => doubletAt(peak.twoTheta_deg, fitted));
}

/** Where the model draws lines of more than a twentieth of its strongest. */
function strongLines(fitted: FittedModel): number[] {
  const { candidates, instrument, states } = fitted.model;
  const drawn = candidates.crystals.flatMap(({ lines }, phase) => {
    if (phaseAmount(fitted, phase) === 0) return [];
    const areas = fittedAreas(fitted, phase);
    const state = states[phase] ?? UNSTRAINED;
    return [...areas].map((area, i) => ({ area, angle: lines.twoTheta_deg[i] ?? NaN, state }));
  });
  const strongest = drawn.reduce((most, { area }) => Math.max(most, area), 0);
  return drawn
    .filter(({ area }) => area > strongest / 20)
    .map(({ angle, state }) => linePlace(angle, instrument, state).centre_deg);
}

/** One line for each of the radiation's, the first at the observed angle. */
function doubletAt(observed_deg: number, { model }: FittedModel): LineTable {
  const { instrument, candidates } = model;
  const angle = observed_deg - lineShift_deg(instrument, observed_deg);
  const [first] = candidates.radiation.lines;
  const spacing_A = (first?.wavelength_A ?? NaN) / (2 * Math.sin((angle * Math.PI) / 360));
  const lines = candidates.radiation.lines
    .map(({ wavelength_A, weight }) => ({ at: twoThetaOf_deg(spacing_A, wavelength_A), weight }))
    .filter(({ at }) => Number.isFinite(at));
  return {
    twoTheta_deg: Float64Array.from(lines, ({ at }) => at),
    area: Float64Array.from(lines, ({ weight }) => weight),
    reflection: new Int32Array(lines.length),
  };
}
