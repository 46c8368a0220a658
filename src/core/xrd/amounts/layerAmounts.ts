/** What the lines of a film and of the substrate below it say: composition of the film, its thickness, how they weaken. */
import { apparentThickness, filmOfThickness, type LayerLine } from '#core/xrd/amounts/filmModel.ts';
import type { ApparentThickness } from '#core/xrd/amounts/filmModel.ts';
import type { MeasuredPhase } from '#core/xrd/amounts/measuredPhases.ts';
import type { SampleGeometry } from '#core/xrd/amounts/sampleGeometry.ts';
import { layerShare, substrateShare } from '#core/xrd/layerModel.ts';
import type { WeightFraction } from '#core/xrd/rir.ts';

export interface LayerPart {
  readonly id: string;
  readonly role: 'film' | 'substrate';
  /** Among the phases of the film; null of the substrate, and where no line of it stands alone. */
  readonly filmFraction: WeightFraction | null;
  /**
   * Of a film's phase the share of the intensity that an endless film would give, of the substrate the share that comes
   * through; null where neither is known.
   */
  readonly signalShare: number | null;
}

export interface LayerAmounts {
  /** Of the film as a dense mixture of its phases. */
  readonly mu_perCm: number;
  /** As given, else the apparent one; null: taken as endless. */
  readonly thickness_um: number | null;
  /** From the lines of the film against those of the substrate; null where the substrate is not seen. */
  readonly apparent: ApparentThickness | null;
  readonly parts: readonly LayerPart[];
}

type Layer = SampleGeometry & { readonly kind: 'layer' };

/** Null where no phase of the film has a line to rest on, or its attenuation is not known. */
export function layerAmounts(measured: readonly MeasuredPhase[], geometry: Layer): LayerAmounts | null {
  const isBelow = ({ own }: MeasuredPhase) => own.phase.id === geometry.substrate;
  const above = measured.filter((each) => !isBelow(each) && each.lines.length > 0);
  const lines = above.flatMap(layerLine);
  if (lines.length === 0 || lines.length < measured.filter((each) => !isBelow(each)).length) return null;
  const [below] = measured.filter(isBelow).flatMap(layerLine);
  const apparent = (below && apparentThickness(lines, below)) ?? null;
  const thickness_um = geometry.thickness_um ?? apparent?.thickness_um ?? null;
  const { mu_perCm, fractions } = filmOfThickness(lines, thickness_um ?? Infinity);
  if (!(mu_perCm > 0)) return null;
  const film = above.map(({ verdict }, i): LayerPart => {
    const angle = lines[i]?.twoTheta_deg ?? NaN;
    const signalShare = thickness_um === null ? null : layerShare(mu_perCm, thickness_um, angle);
    return { id: verdict.id, role: 'film', filmFraction: fractions[i] ?? null, signalShare };
  });
  const substrates = measured.filter(isBelow).map(({ verdict, lines: [line] }): LayerPart => {
    const through = (angle: number) =>
      thickness_um === null ? null : substrateShare(mu_perCm, thickness_um, angle);
    const signalShare = line ? through(line.twoTheta_deg) : null;
    return { id: verdict.id, role: 'substrate', filmFraction: null, signalShare };
  });
  return { mu_perCm, thickness_um, apparent, parts: [...film, ...substrates] };
}

function layerLine({ own, lines: [line] }: MeasuredPhase): LayerLine[] {
  const { density_g_cm3, mu_perCm } = own;
  return line && mu_perCm > 0 ? [{ ...line, density_g_cm3, mu_perCm }] : [];
}
