/** What may be wrong with a weight fraction of the whole pattern, each as a standard error of its own. */
import type { MeasuredPhase } from '#core/xrd/amounts/measuredPhases.ts';
import type { WeightFraction } from '#core/xrd/rir.ts';

export interface ShareErrors {
  /** Of the fit, widened by its misfit and alike residuals, and of the computed intensities. */
  readonly fit: number;
  /** Of microabsorption, for grains of the usual size; 0 where µ is not known. */
  readonly grains: number;
  /** Of two values: the fit of all lines, and those that stand alone. 0 without the latter. */
  readonly methods: number;
}

/** Diameter of grains of a ground powder that nobody measured. */
const GRAIN_CM = 1e-4;
/**
 * Brindley's τ of spheres is 1 − ¾(µ − mean µ)·D for small ones: rays of which the scattering points lie evenly in a
 * sphere have 3/8 of its diameter behind and before them. Phil. Mag. 36 (1945) 347.
 */
const PATH_IN_GRAIN = 0.75;

/** `separate` are the fractions by lines that stand alone, one for each phase, or none. Null for a phase without one. */
export function shareErrors(
  measured: readonly MeasuredPhase[],
  separate: readonly WeightFraction[],
): readonly (ShareErrors | null)[] {
  const whole = measured.reduce((sum, { verdict }) => sum + (verdict.weightFraction ?? 0), 0);
  const meanMu = measured.reduce(
    (sum, { own, verdict }) => sum + (own.mu_perCm * (verdict.weightFraction ?? 0)) / whole,
    0,
  );
  return measured.map(({ own, verdict }, i) => {
    const { weightFraction, weightFractionError } = verdict;
    if (weightFraction === null || weightFractionError === null) return null;
    const grains = weightFraction * PATH_IN_GRAIN * GRAIN_CM * Math.abs(own.mu_perCm - meanMu);
    // Undecided phases count in the fit alone: compared are the shares among those that are present.
    const other = separate[i]?.weightFraction ?? weightFraction / whole;
    const methods = (Math.abs(other - weightFraction / whole) * whole) / Math.SQRT2;
    return { fit: weightFractionError, grains: Number.isNaN(grains) ? 0 : grains, methods };
  });
}
