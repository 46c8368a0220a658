/**
 * A film on a thick substrate in symmetric reflection. A phase that fills the share v of the film gives
 * I = K·v·S·(1 − exp(−2µt/sin θ))/(2µ), the substrate I = K·S·exp(−2µt/sin θ)/(2µₛ); µ is the film's, S the strength of
 * the line. Klug and Alexander, X-Ray Diffraction Procedures (1974), section 5-3.
 */
import { layerShare, substrateShare } from '#core/xrd/layerModel.ts';
import { weightFractions, type WeightFraction } from '#core/xrd/rir.ts';

export interface LayerLine {
  readonly twoTheta_deg: number;
  readonly strength: number;
  readonly intensity_countsDeg: number;
  readonly error_countsDeg: number;
  readonly density_g_cm3: number;
  readonly mu_perCm: number;
}

export interface Film {
  /** Of the film as a dense mixture of its phases. */
  readonly mu_perCm: number;
  /** Among the phases of the film, in their order. */
  readonly fractions: readonly WeightFraction[];
  /** K of the film's lines. */
  readonly scale: number;
}

const PASSES = 25;

/** Of a film of this thickness; infinite: as if nothing lay below it. The errors are those of counting. */
export function filmOfThickness(lines: readonly LayerLine[], thickness_um: number): Film {
  let mu_perCm = lines.reduce((sum, line) => sum + line.mu_perCm, 0) / lines.length;
  let [amounts, whole]: [number[], number] = [[], NaN];
  for (let pass = 0; pass < PASSES; pass += 1) {
    amounts = lines.map((line) => line.intensity_countsDeg / unitIntensity(line, mu_perCm, thickness_um));
    whole = amounts.reduce((sum, amount) => sum + amount, 0);
    mu_perCm = lines.reduce((sum, line, i) => sum + (line.mu_perCm * (amounts[i] ?? NaN)) / whole, 0);
  }
  const fractions = weightFractions(
    lines.map((line) => ({
      intensity: line.intensity_countsDeg,
      error: line.error_countsDeg,
      iOverIc: unitIntensity(line, mu_perCm, thickness_um) / line.density_g_cm3,
    })),
  );
  return { mu_perCm, fractions, scale: whole };
}

/** With K = 1 and nothing else in the film. */
function unitIntensity(
  { strength, twoTheta_deg }: LayerLine,
  mu_perCm: number,
  thickness_um: number,
): number {
  const share = thickness_um === Infinity ? 1 : layerShare(mu_perCm, thickness_um, twoTheta_deg);
  return (strength * share) / (2 * mu_perCm);
}

export interface ApparentThickness {
  readonly thickness_um: number;
  readonly error_um: number;
}

/** Between these a film on a substrate shows in a pattern. */
const [THINNEST_UM, THICKEST_UM] = [1e-4, 1e4];
const HALVINGS = 80;
const STEP = 1e-4;

/**
 * The thickness at which film and substrate have one K. It rests on the strengths of lines of different phases, so that
 * texture and roughness spoil it; the error is that of counting. Undefined where no thickness within 0.1 nm … 1 cm does.
 */
export function apparentThickness(
  lines: readonly LayerLine[],
  substrate: LayerLine,
): ApparentThickness | undefined {
  if (lines.length === 0) return undefined;
  const excess = (thickness_um: number) => scaleExcess(lines, substrate, thickness_um);
  if (!(excess(THINNEST_UM) > 0 && excess(THICKEST_UM) < 0)) return undefined;
  let [low, high] = [Math.log(THINNEST_UM), Math.log(THICKEST_UM)];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (excess(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  const thickness_um = Math.exp(low);
  const slope =
    (excess(thickness_um * (1 + STEP)) - excess(thickness_um * (1 - STEP))) / (2 * STEP * thickness_um);
  return { thickness_um, error_um: Math.abs(ratioError(lines, substrate) / slope) };
}

/** ln K of the film less ln K of the substrate: falls with the thickness. */
function scaleExcess(lines: readonly LayerLine[], substrate: LayerLine, thickness_um: number): number {
  const { mu_perCm, scale } = filmOfThickness(lines, thickness_um);
  const { strength, intensity_countsDeg, twoTheta_deg } = substrate;
  const below = (intensity_countsDeg * 2 * substrate.mu_perCm) / strength;
  const through = substrateShare(mu_perCm, thickness_um, twoTheta_deg);
  return through === 0 ? -Infinity : Math.log(scale) - Math.log(below) + Math.log(through);
}

/** Of the logarithm, from counting. */
function ratioError(lines: readonly LayerLine[], substrate: LayerLine): number {
  const amounts = lines.map(({ intensity_countsDeg, strength }) => intensity_countsDeg / strength);
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const film = lines.map(({ error_countsDeg, strength }) => error_countsDeg / strength / whole);
  return Math.hypot(...film, substrate.error_countsDeg / substrate.intensity_countsDeg);
}
