/** How the content of a film changes under a constant current while metal may come back from a foil beneath. */

export interface Uptake {
  /** Atoms of metal brought for each of mercury and hour; below zero when stripped. */
  readonly rate_perHour: number;
  /** k of dy/dt = rate + k(full − y), 1/h. */
  readonly exchange_perHour: number;
  /** The content at which the amalgam takes up no more. */
  readonly full: number;
}

export interface UptakeResult {
  readonly metalPerHg: number;
  /** What the film and the foil could not give, atoms for each of mercury. */
  readonly missing: number;
}

/**
 * Exact in each of three stretches: above `full` nothing comes from the foil, since there is metal beside the amalgam
 * already; between, the content nears rate/k + full exponentially; at zero the film gives only what the foil supplies.
 */
export function takeUp(uptake: Uptake, start: number, duration_h: number): UptakeResult {
  let metalPerHg = start;
  let left_h = duration_h;
  if (metalPerHg > uptake.full || (metalPerHg === uptake.full && uptake.rate_perHour >= 0)) {
    const above_h = Math.min(left_h, timeAbove_h(uptake, metalPerHg));
    metalPerHg += uptake.rate_perHour * above_h;
    left_h -= above_h;
    if (left_h > 0) metalPerHg = uptake.full;
  }
  return left_h > 0 ? takeUpBelow(uptake, metalPerHg, left_h) : { metalPerHg, missing: 0 };
}

function timeAbove_h({ rate_perHour, full }: Uptake, start: number): number {
  return rate_perHour < 0 ? (full - start) / rate_perHour : Infinity;
}

function takeUpBelow(uptake: Uptake, start: number, duration_h: number): UptakeResult {
  const { rate_perHour, exchange_perHour, full } = uptake;
  if (exchange_perHour === Infinity)
    return { metalPerHg: full + Math.max(0, rate_perHour) * duration_h, missing: 0 };
  const reached = unbounded(uptake, start, duration_h);
  if (reached >= full) {
    const above_h = duration_h - timeTo_h(uptake, start, full);
    return { metalPerHg: full + rate_perHour * above_h, missing: 0 };
  }
  if (reached >= 0) return { metalPerHg: reached, missing: 0 };
  const empty_h = duration_h - timeTo_h(uptake, start, 0);
  return { metalPerHg: 0, missing: -(rate_perHour + exchange_perHour * full) * empty_h };
}

function unbounded({ rate_perHour, exchange_perHour: k, full }: Uptake, start: number, duration_h: number) {
  if (k === 0) return start + rate_perHour * duration_h;
  const steady = full + rate_perHour / k;
  return steady + (start - steady) * Math.exp(-k * duration_h);
}

function timeTo_h({ rate_perHour, exchange_perHour: k, full }: Uptake, start: number, content: number) {
  if (k === 0) return (content - start) / rate_perHour;
  const steady = full + rate_perHour / k;
  return Math.log((start - steady) / (content - steady)) / k;
}
