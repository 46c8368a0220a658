/** What is said of peaks of dQ/dV and dV/dQ that were followed over the cycles. */
import type { CapacityPeak, PeakTrack, PeakTracks, VoltagePeak } from '#core/cycling/fullCell/peakTracks.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

/** Shorter tracks are counted and not described. */
const FEWEST_CYCLES = 3;
const MOST_TOLD = 8;

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

const MOST_DRIFTS = 2;

export const peakWords = {
  /** How far the peaks followed longest moved, for below a figure. */
  drifts: ({ dQdV, dVdQ }: PeakTracks, derivative: 'dQdV' | 'dVdQ'): string[] =>
    derivative === 'dQdV'
      ? longest(dQdV).map(({ direction, first, last }) => {
          const [from, to] = [1000 * first.position_V, 1000 * last.position_V];
          const moved = drift(to - from, 1000 * Math.max(first.uncertainty_V, last.uncertainty_V), 'mV');
          return `${direction} peak ${first.position_V.toFixed(3)} V ${moved}, cycles ${first.cycle}–${last.cycle}`;
        })
      : longest(dVdQ).map(({ direction, first, last }) => {
          const uncertainty = Math.max(first.uncertainty_mAh, last.uncertainty_mAh);
          const moved = drift(last.position_mAh - first.position_mAh, uncertainty, 'mAh');
          return `${direction} peak ${shortNumber(first.position_mAh)} mAh ${moved}, cycles ${first.cycle}–${last.cycle}`;
        }),
  sentences: ({ dQdV, dVdQ, cycles, every, bin_V, capacityBins }: PeakTracks): string[] => {
    if (cycles.charge + cycles.discharge === 0)
      return ['Peaks of dQ/dV and dV/dQ: none sought, because no cycle without a flaw has enough rows.'];
    const rule = `Peaks are sought in ${counted(cycles.charge, 'charge')} and ${counted(cycles.discharge, 'discharge')} at their usual current${every === 1 ? '' : ` (every ${every}th cycle without a flaw)`}, constant-voltage steps left out; dQ/dV in bins of ${shortNumber(1000 * bin_V)} mV, dV/dQ in ${capacityBins} bins of capacity, nothing smoothed. A track ends where its peak is missing or moves by more than 5 bins.`;
    return [rule, ...told('dQ/dV', dQdV, capacitySentence), ...told('dV/dQ', dVdQ, voltageSentence)];
  },
};

function longest<P>(tracks: readonly PeakTrack<P>[]) {
  return tracks
    .filter(({ points }) => points.length >= FEWEST_CYCLES)
    .toSorted((a, b) => b.points.length - a.points.length)
    .slice(0, MOST_DRIFTS)
    .flatMap(({ direction, points }) => {
      const first: P | undefined = points[0];
      const last: P | undefined = points.at(-1);
      return first && last ? [{ direction, first, last }] : [];
    });
}

function drift(shift: number, uncertainty: number, unit: string): string {
  const sign = shift > 0 ? '+' : '−';
  return Math.abs(shift) > uncertainty
    ? `${sign}${shortNumber(Math.abs(shift))} ${unit} (± ${shortNumber(uncertainty)})`
    : `within ${shortNumber(uncertainty)} ${unit}`;
}

function told<P extends CapacityPeak | VoltagePeak>(
  name: string,
  tracks: readonly PeakTrack<P>[],
  sentence: (first: P, last: P) => string,
): string[] {
  const long = tracks.filter(({ points }) => points.length >= FEWEST_CYCLES);
  const described = long.toSorted((a, b) => b.points.length - a.points.length).slice(0, MOST_TOLD);
  const brief = tracks.length - long.length;
  const others = long.length - described.length;
  return [
    ...described.flatMap((track) => {
      const first: P | undefined = track.points[0];
      const last: P | undefined = track.points.at(-1);
      return first && last ? [`${name}, ${track.direction}: ${sentence(first, last)}`] : [];
    }),
    ...(others > 0 ? [`${name}: ${counted(others, 'track')} more, none longer than these.`] : []),
    ...(brief > 0 ? [`${name}: ${counted(brief, 'track')} of fewer than ${FEWEST_CYCLES} cycles.`] : []),
  ];
}

function capacitySentence(first: CapacityPeak, last: CapacityPeak): string {
  const uncertainty_mV = 1000 * Math.max(first.uncertainty_V, last.uncertainty_V);
  const shift_mV = 1000 * (last.position_V - first.position_V);
  const moved =
    Math.abs(shift_mV) > uncertainty_mV
      ? `moved by ${shift_mV > 0 ? '+' : '−'}${shortNumber(Math.abs(shift_mV))} mV`
      : 'did not move beyond it';
  return `peak at ${first.position_V.toFixed(3)} V (cycle ${first.cycle}) and ${last.position_V.toFixed(3)} V (cycle ${last.cycle}), ± ${shortNumber(uncertainty_mV)} mV: ${moved}; height ${shortNumber(first.height_mAhPerV)} → ${shortNumber(last.height_mAhPerV)} mAh/V, area ${shortNumber(first.area_mAh)} → ${shortNumber(last.area_mAh)} mAh.`;
}

function voltageSentence(first: VoltagePeak, last: VoltagePeak): string {
  const ends = [first, last].map(
    ({ position_mAh, cycle }) => `${shortNumber(position_mAh, 4)} mAh (cycle ${cycle})`,
  );
  return `peak at ${ends.join(' and ')}, ± ${shortNumber(first.uncertainty_mAh)} mAh; height ${shortNumber(first.height_VPerMAh)} → ${shortNumber(last.height_VPerMAh)} V/mAh.`;
}
