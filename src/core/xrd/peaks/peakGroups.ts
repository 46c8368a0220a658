/** Found peaks in groups whose lines overlap, each with the stretch of the pattern that it is fitted to. */
import type { FoundPeak } from '#core/xrd/findPeaks.ts';

export interface PeakGroup {
  readonly peaks: readonly FoundPeak[];
  readonly from_deg: number;
  readonly to_deg: number;
}

/** Widths on either side of a peak that belong to it: a Lorentzian has fallen to 0.7 % there. */
const REACH = 6;
/** More at once take long and say little about each other; a longer group is parted at its widest gap. */
const MOST_PEAKS = 10;

/** Ascending. Windows of neighbouring groups meet halfway between their peaks. */
export function peakGroups(peaks: readonly FoundPeak[], fwhm_deg: number): readonly PeakGroup[] {
  const reach_deg = REACH * fwhm_deg;
  const sorted = [...peaks].sort((a, b) => a.twoTheta_deg - b.twoTheta_deg);
  const groups = runsOf(sorted, 2 * reach_deg).flatMap(parted);
  return groups.map((group, at) => {
    const [first, last] = [angleOf(group[0]), angleOf(group.at(-1))];
    const [before, after] = [angleOf(groups[at - 1]?.at(-1)), angleOf(groups[at + 1]?.[0])];
    return {
      peaks: group,
      from_deg: Math.max(first - reach_deg, (before + first) / 2 || -Infinity),
      to_deg: Math.min(last + reach_deg, (last + after) / 2 || Infinity),
    };
  });
}

function angleOf(peak: FoundPeak | undefined): number {
  return peak?.twoTheta_deg ?? NaN;
}

function runsOf(sorted: readonly FoundPeak[], gap_deg: number): FoundPeak[][] {
  const runs: FoundPeak[][] = [];
  for (const peak of sorted) {
    const run = runs.at(-1);
    if (run && peak.twoTheta_deg - angleOf(run.at(-1)) < gap_deg) run.push(peak);
    else runs.push([peak]);
  }
  return runs;
}

function parted(run: readonly FoundPeak[]): (readonly FoundPeak[])[] {
  if (run.length <= MOST_PEAKS) return [run];
  const gaps = run.map((peak, i) => (i === 0 ? 0 : peak.twoTheta_deg - angleOf(run[i - 1])));
  const at = gaps.indexOf(Math.max(...gaps));
  return [...parted(run.slice(0, at)), ...parted(run.slice(at))];
}
