/** How much of each phase a scan shows if it is of a powder, and why to doubt it, as lines of text. */
import { describeAmountDoubt } from '#core/text/amountWords.ts';
import { phaseAmounts, type AmountsRequest } from '#core/xrd/amounts/phaseAmounts.ts';
import type { PhaseShare } from '#core/xrd/amounts/phaseShares.ts';
import type { WeightFraction } from '#core/xrd/rir.ts';
import { alignedRows } from './alignedRows.ts';
import { words } from './text/english.ts';

function percent(fraction: WeightFraction | null): string {
  if (!fraction) return '';
  return `${(100 * fraction.weightFraction).toFixed(1)} ± ${(100 * fraction.error).toFixed(1)} wt%`;
}

function depthOf({ depth }: PhaseShare): string {
  if (!depth) return '';
  return words.xrdIdentify.depth(String(Number(depth.t99_um.toPrecision(2))), depth.twoTheta_deg.toFixed(2));
}

/** Empty where no phase is present. */
export function amountText(request: Omit<AmountsRequest, 'geometry'>): string {
  const { phases, doubts } = phaseAmounts({ ...request, geometry: { kind: 'powder' } });
  if (phases.length === 0) return '';
  const rows = phases.map((share) => [
    share.id,
    percent(share.wholePattern),
    percent(share.rir),
    depthOf(share),
  ]);
  return [
    `${words.xrdIdentify.amounts()}\n`,
    alignedRows(rows, [1, 2]),
    ...doubts.map((doubt) => `${describeAmountDoubt(doubt)}\n`),
  ].join('');
}
