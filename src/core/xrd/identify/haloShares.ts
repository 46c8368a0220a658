/** How much of a pattern is the halo of something that is not crystalline. */
import type { HaloShare } from '#core/xrd/identification.ts';
import { amountError } from '#core/xrd/identify/columnFit.ts';
import type { FittedModel } from '#core/xrd/identify/patternModel.ts';

/** Every halo that was sought, with a share of 0 where the fit has none. */
export function haloShares({ model, columns, system, fit }: FittedModel): HaloShare[] {
  const sumOf = (k: number) => columns[k]?.values.reduce((sum, value) => sum + value, 0) ?? 0;
  const above = columns.reduce((sum, { kind }, k) => {
    const amount = fit.amounts[k] ?? 0;
    return kind === 'background' || amount === 0 ? sum : sum + amount * sumOf(k);
  }, 0);
  return columns.flatMap(({ kind, index }, k): HaloShare[] => {
    const id = model.candidates.halos[index]?.id;
    if (kind !== 'halo' || id === undefined) return [];
    const amount = fit.amounts[k] ?? 0;
    if (amount === 0) return [{ id, share: 0, significance: 0 }];
    return [{ id, share: (amount * sumOf(k)) / above, significance: amount / amountError(system, fit, k) }];
  });
}
