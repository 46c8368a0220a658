/** Capacitances behind constant phase elements. The right formula depends on where the spread of time constants is. */

interface ConstantPhase {
  /** S sⁿ */
  readonly q: number;
  readonly n: number;
}

/**
 * F; time constants spread along a surface, beside a charge transfer: C = Q^(1/n) (1/Rs + 1/Rct)^((n−1)/n). For double
 * layers. Brug et al., J. Electroanal. Chem. 176 (1984) 275.
 */
export function brugCapacitance_F({
  q,
  n,
  rSeries_ohm,
  rTransfer_ohm,
}: ConstantPhase & { readonly rSeries_ohm: number; readonly rTransfer_ohm: number }): number {
  return q ** (1 / n) * (1 / rSeries_ohm + 1 / rTransfer_ohm) ** ((n - 1) / n);
}

/** F; the same without charge transfer, for a blocking electrode: C = Q^(1/n) Rs^((1−n)/n). */
export function brugBlockingCapacitance_F({
  q,
  n,
  rSeries_ohm,
}: ConstantPhase & { readonly rSeries_ohm: number }): number {
  return q ** (1 / n) * rSeries_ohm ** ((1 - n) / n);
}

/**
 * F; time constants spread through a film: C = Q^(1/n) R^((1−n)/n), R beside the element. For films and grain
 * boundaries. Hsu & Mansfeld, Corrosion 57 (2001) 747.
 */
export function hsuMansfeldCapacitance_F({
  q,
  n,
  r_ohm,
}: ConstantPhase & { readonly r_ohm: number }): number {
  return q ** (1 / n) * r_ohm ** ((1 - n) / n);
}

/** Hz; the top of the arc of R beside the element: (R Q)^(−1/n)/(2π). */
export function arcPeakFrequency_Hz({ q, n, r_ohm }: ConstantPhase & { readonly r_ohm: number }): number {
  return (r_ohm * q) ** (-1 / n) / (2 * Math.PI);
}
