import type { RunPart } from '#core/cycling/events/runParts.ts';

interface Varied {
  readonly resistance_ohm: number;
  readonly current_A?: number;
  /** |E| at both ends over the lowest between. */
  readonly ends?: number;
}

/** A whole half cycle of 1 h without falls or noise, positive for even indexes, of which a test varies a few things. */
export function plainPart(index: number, { resistance_ohm, current_A = 1e-3, ends = 1.2 }: Varied): RunPart {
  const polarisation_V = resistance_ohm * current_A;
  return {
    halfCycle: index + 1,
    direction: index % 2 === 0 ? 'positive' : 'negative',
    startTime_s: 3600 * index,
    endTime_s: 3600 * (index + 1),
    isWhole: true,
    current_A,
    polarisation_V,
    resistance_ohm,
    initial_V: ends * polarisation_V,
    lowest_V: polarisation_V,
    final_V: ends * polarisation_V,
    last_V: ends * polarisation_V,
    innerFall: 1,
    innerFallTime_s: NaN,
    scatter: { sigma_V: 1e-5, least_V: 0, most_V: 0, all_V: () => new Float64Array() },
  };
}
