/**
 * A pattern without its Kα2 share, for looking at: Rachinger, J. Sci. Instrum. 25 (1948) 254. It adds noise and supposes
 * lines of one shape, so that fits take the doublet instead.
 */
import type { Radiation } from '#core/xrd/radiation.ts';

const RADIAN = Math.PI / 180;

/** Whether there is a Kα2 beside the Kα1. */
export function hasAlpha2(radiation: Radiation | null): boolean {
  return radiation !== null && doubletOf(radiation) !== undefined;
}

/**
 * I₁(2θ) = I(2θ) − r I₁(2θ₁) with sin θ₁ = (λ₁/λ₂) sin θ and r the weight of Kα2, from the lowest angle upwards, for
 * ascending angles in °. Before the first angle the pattern is taken as level. A straight background becomes 1/(1 + r)
 * of itself, as its Kα2 share goes too. The pattern as it is where the radiation has no Kα2.
 */
export function stripAlpha2(
  twoTheta_deg: Float64Array,
  intensity: Float64Array,
  radiation: Radiation,
): Float64Array {
  const doublet = doubletOf(radiation);
  if (!doublet) return intensity;
  const { share, ratio } = doublet;
  const first = new Float64Array(intensity.length);
  let below = 0;
  for (let i = 0; i < intensity.length; i += 1) {
    const angle = (2 * Math.asin(ratio * Math.sin((at(twoTheta_deg, i) * RADIAN) / 2))) / RADIAN;
    while (below + 1 < i && at(twoTheta_deg, below + 1) <= angle) below += 1;
    first[i] = firstLine({ twoTheta_deg, first, i, below, angle }, at(intensity, i), share);
  }
  return first;
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? NaN;
}

function doubletOf({ lines }: Radiation): { readonly share: number; readonly ratio: number } | undefined {
  const first = lines.find(({ name }) => name === 'Ka1');
  const second = lines.find(({ name }) => name === 'Ka2');
  if (!first || !second) return undefined;
  return { share: second.weight / first.weight, ratio: first.wavelength_A / second.wavelength_A };
}

interface Place {
  readonly twoTheta_deg: Float64Array;
  /** Known below point `i`. */
  readonly first: Float64Array;
  readonly i: number;
  /** The last point at or below the angle that is looked for. */
  readonly below: number;
  readonly angle: number;
}

/** Where the angle lies between the last known point and this one, this one's own value takes part in what is taken off. */
function firstLine(place: Place, measured: number, share: number): number {
  const { twoTheta_deg, first, i, below, angle } = place;
  if (angle < at(twoTheta_deg, 0) || i === 0) return measured / (1 + share);
  if (below + 1 === i) {
    const part = (angle - at(twoTheta_deg, below)) / (at(twoTheta_deg, i) - at(twoTheta_deg, below));
    return taken(measured, { known: (1 - part) * at(first, below), own: part }, share);
  }
  return taken(measured, { known: between(place), own: 0 }, share);
}

/** Where a point is not recorded, what lies a doublet above it is thought level. */
function taken(
  measured: number,
  { known, own }: { readonly known: number; readonly own: number },
  share: number,
): number {
  return Number.isFinite(known) ? (measured - share * known) / (1 + share * own) : measured / (1 + share);
}

/** By a cubic through four known points; straight where there are not so many: a straight line cuts the tips of peaks. */
function between({ twoTheta_deg, first, i, below, angle }: Place): number {
  const from = below > 0 && below + 2 < i ? below - 1 : below;
  const points = from === below ? [below, below + 1] : [from, from + 1, from + 2, from + 3];
  return points.reduce((sum, k) => {
    const weight = points.reduce((product, other) => {
      if (other === k) return product;
      const away = at(twoTheta_deg, k) - at(twoTheta_deg, other);
      return (product * (angle - at(twoTheta_deg, other))) / away;
    }, 1);
    return sum + weight * at(first, k);
  }, 0);
}
