/** Which reference lines lie where a peak was measured. */
import type { MeasuredPeak } from '#core/xrd/peaks/measurePeaks.ts';
import type { PhaseTick } from '#core/xrd/phaseTicks.ts';

/** A phase's lines as the sample and the instrument move them. */
export interface ReferenceLines {
  readonly phase: string;
  readonly ticks: readonly PhaseTick[];
}

export interface PeakExplanation {
  readonly phase: string;
  /** The indices of the nearest line; empty where a list of lines has none. */
  readonly hkl: string;
  /** Peak less line. */
  readonly offset_deg: number;
  /** Another line of comparable strength lies under the peak. */
  readonly isBlend: boolean;
}

export interface ExplainedPeak {
  readonly peak: MeasuredPeak;
  /** One a phase, the nearest first; none = unexplained. */
  readonly explanations: readonly PeakExplanation[];
}

export interface ExplainOptions {
  /** Where a line that Bragg's law has at `twoTheta_deg` is seen, less that angle. */
  readonly shift_deg: (twoTheta_deg: number) => number;
}

/** A line explains a peak within so many widths, or so many degrees where the peak is narrow. */
const NEAREST_WIDTHS = 0.6;
const NEAREST_DEG = 0.1;
/** Of the strongest line of its phase under the peak. */
const COMPARABLE = 0.1;

export function explainPeaks(
  peaks: readonly MeasuredPeak[],
  references: readonly ReferenceLines[],
  options: ExplainOptions,
): readonly ExplainedPeak[] {
  return peaks.map((peak) => ({
    peak,
    explanations: references
      .flatMap((lines) => explanationOf(peak, lines, options) ?? [])
      .sort((a, b) => Math.abs(a.offset_deg) - Math.abs(b.offset_deg)),
  }));
}

function explanationOf(
  { twoTheta_deg, fwhm_deg }: MeasuredPeak,
  { phase, ticks }: ReferenceLines,
  { shift_deg }: ExplainOptions,
): PeakExplanation | null {
  const reach_deg = Math.max(NEAREST_DEG, NEAREST_WIDTHS * fwhm_deg);
  const near = ticks
    .map((tick) => ({ tick, offset_deg: twoTheta_deg - tick.twoTheta_deg - shift_deg(tick.twoTheta_deg) }))
    .filter(({ offset_deg }) => Math.abs(offset_deg) <= reach_deg)
    .sort((a, b) => Math.abs(a.offset_deg) - Math.abs(b.offset_deg));
  const [nearest] = near;
  if (!nearest) return null;
  const strongest = Math.max(...near.map(({ tick }) => tick.intensity));
  // Where only the cell is known any line may be strong.
  const isComparable = ({ intensity }: PhaseTick) => !(intensity < COMPARABLE * strongest);
  const comparable = near.filter(({ tick }) => isComparable(tick));
  const { tick, offset_deg } = comparable[0] ?? nearest;
  return { phase, hkl: tick.hkl, offset_deg, isBlend: comparable.length > 1 };
}

/** Explained by one line of one phase: its width says something about that phase alone. */
export function singlePhaseOf({ explanations }: ExplainedPeak): string | null {
  const [only, second] = explanations;
  return only && !second && !only.isBlend ? only.phase : null;
}
