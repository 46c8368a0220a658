export interface ReservoirTest {
  readonly cycles: number;
  /** Charge cycled each time, and that plated first and stripped last; one unit for all three. */
  readonly cycled: number;
  readonly plated: number;
  readonly stripped: number;
}

/**
 * Coulombic efficiency by the reservoir method of Aurbach and Adams: (n Q_c + Q_strip) / (n Q_c + Q_plate)
 * (Adams et al., Adv. Energy Mater. 8 (2018) 1702097). NaN when no charge was plated.
 */
export function reservoirEfficiency({ cycles, cycled, plated, stripped }: ReservoirTest): number {
  const total = cycles * cycled + plated;
  return total > 0 ? (cycles * cycled + stripped) / total : NaN;
}
