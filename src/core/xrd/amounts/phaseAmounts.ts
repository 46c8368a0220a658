/**
 * How much of each phase a pattern shows: of a powder weight fractions by two methods, of a film on a substrate what the
 * absorption model makes of its lines; with how deep the X-rays look and every reason to doubt the numbers.
 */
import type { AmountDoubt } from '#core/xrd/amounts/amountDoubt.ts';
import { amountDoubts } from '#core/xrd/amounts/amountDoubts.ts';
import { fittedVolume } from '#core/xrd/amounts/amountPhase.ts';
import { layerAmounts, type LayerAmounts } from '#core/xrd/amounts/layerAmounts.ts';
import { measuredPhases, type MeasuredPhase, type MeasuredSample } from '#core/xrd/amounts/measuredPhases.ts';
import { depthAt, phaseShares, type Depth, type PhaseShare } from '#core/xrd/amounts/phaseShares.ts';
import type { SampleGeometry } from '#core/xrd/amounts/sampleGeometry.ts';

export interface AmountsRequest extends MeasuredSample {
  readonly geometry: SampleGeometry;
}

export interface PhaseAmounts {
  readonly geometry: SampleGeometry;
  /** Those that are present, the largest first. */
  readonly phases: readonly PhaseShare[];
  /** Of the sample as a dense mixture, or of the film, at both ends of the scan; empty where µ is not known. */
  readonly depths: readonly Depth[];
  /** Null for a powder, and where a phase of the film has no line that stands alone. */
  readonly layer: LayerAmounts | null;
  readonly doubts: readonly AmountDoubt[];
}

export function phaseAmounts(request: AmountsRequest): PhaseAmounts {
  const { geometry, identification, pattern } = request;
  const measured = measuredPhases(request);
  const shares = phaseShares(measured, request.phases, request);
  const layer = geometry.kind === 'layer' ? layerAmounts(measured, geometry) : null;
  const mu_perCm = layer?.mu_perCm ?? mixedAttenuation(measured, geometry);
  const ends = [pattern.twoTheta_deg[0] ?? NaN, pattern.twoTheta_deg.at(-1) ?? NaN];
  return {
    geometry,
    phases: shares,
    depths: mu_perCm > 0 ? ends.map((angle) => depthAt(angle, mu_perCm)) : [],
    layer,
    doubts: amountDoubts({ identification, geometry, measured, shares, layer }),
  };
}

/** By volume; without the substrate, unless nothing else is there. */
function mixedAttenuation(measured: readonly MeasuredPhase[], geometry: SampleGeometry): number {
  const isBelow = ({ own }: MeasuredPhase) =>
    geometry.kind === 'layer' && own.phase.id === geometry.substrate;
  const above = measured.filter((each) => !isBelow(each));
  const mixed = (above.length > 0 ? above : measured).map(({ own }) => own);
  const whole = mixed.reduce((sum, own) => sum + fittedVolume(own), 0);
  return mixed.reduce((sum, own) => sum + own.mu_perCm * fittedVolume(own), 0) / whole;
}
