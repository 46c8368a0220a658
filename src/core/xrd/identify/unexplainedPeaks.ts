/** The peaks that no phase explains, the highest first. */
import type { UnexplainedPeak } from '#core/xrd/identification.ts';
import { linePlace, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
import type { FittedModel } from '#core/xrd/identify/patternModel.ts';

export function unexplainedPeaks({ model, columns, fit, lines }: FittedModel): UnexplainedPeak[] {
  const highest = lines.reduce((most, value) => Math.max(most, value), 0);
  const wavelength_A = model.candidates.radiation.lines[0]?.wavelength_A ?? NaN;
  return columns
    .flatMap(({ kind, index, values }, k): UnexplainedPeak[] => {
      const amount = fit.amounts[k] ?? 0;
      const angle = model.freePeaks[index]?.twoTheta_deg[0];
      if (kind !== 'peak' || amount === 0 || angle === undefined) return [];
      const height = amount * values.reduce((most, value) => Math.max(most, value), 0);
      const { centre_deg } = linePlace(angle, model.instrument, UNSTRAINED);
      const d_A = wavelength_A / (2 * Math.sin((angle * Math.PI) / 360));
      return [{ twoTheta_deg: centre_deg, d_A, relativeIntensity: (100 * height) / highest }];
    })
    .sort((a, b) => b.relativeIntensity - a.relativeIntensity);
}
