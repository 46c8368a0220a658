/** The thickness of a film from how it weakens the lines of its substrate, by a scan without it and one with it. */
import type { AmountPhase } from '#core/xrd/amounts/amountPhase.ts';
import { lineDisturbance, MOST_DISTURBANCE } from '#core/xrd/amounts/lineDisturbance.ts';
import { chiSquaredTail } from '#core/numeric/chiSquaredTail.ts';
import { NORMAL_ONE_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { integrateLine, lineWindow, type WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import { LEAST_SIGNIFICANCE, significanceOf } from '#core/xrd/compare/lineRatio.ts';
import { LEAST_AGREEMENT } from '#core/xrd/compare/phaseAmount.ts';
import type { ReferenceLine } from '#core/xrd/compare/referenceLines.ts';
import { filmThickness_um, layerShare, substrateShare } from '#core/xrd/layerModel.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

export interface AttenuatedScan {
  readonly pattern: DiffractionPattern;
  readonly options: Omit<WindowOptions, 'others_deg'>;
}

export interface AttenuationRequest {
  readonly bare: AttenuatedScan;
  readonly coated: AttenuatedScan;
  readonly substrate: AmountPhase;
  readonly film: AmountPhase;
  /** What makes the counts of the bare scan those of the same counting time. */
  readonly bareFactor: number;
}

export interface AttenuatedLine {
  readonly hkl: string;
  readonly twoTheta_deg: number;
  /** Share that the film lets through. */
  readonly through: number;
  readonly thickness_um: number;
  readonly error_um: number;
}

export interface SubstrateThickness {
  /** at-least: no line of the substrate is left alone; at-most: none is weaker than before. Then `limit95_um` is to be quoted. */
  readonly kind: 'value' | 'at-least' | 'at-most';
  readonly thickness_um: number;
  /** Standard error of counting; wider by √(χ²/ν) where the lines disagree. */
  readonly error_um: number;
  /** One-sided; null for a value. */
  readonly limit95_um: number | null;
  readonly lines: readonly AttenuatedLine[];
  /** Whether the lines agree on one thickness, as 1/sin θ has it. 1 for a single line. */
  readonly probability: number;
  readonly linesDisagree: boolean;
}

/**
 * attenuation-unknown: µ of the film is not in the tables; no-common-line: no line of the substrate stands alone in both
 * scans; not-bare: the scan without the film has its lines; bare-not-seen: none of the substrate is seen in it;
 * not-weaker: they are stronger with the film.
 */
export type ThicknessRefusal =
  | 'not-bare'
  | 'attenuation-unknown'
  | 'no-common-line'
  | 'bare-not-seen'
  | 'not-weaker';

export type ThicknessOutcome =
  | { readonly ok: true; readonly thickness: SubstrateThickness }
  | { readonly ok: false; readonly refusal: ThicknessRefusal };

/** Standard errors by which lines may be stronger with the film before that is no chance. */
const CHANCE = 3;
const PASSES = 5;
/** Background is taken from where neither the film nor the substrate has a line to speak of. */
const [LEAST_BESIDE, LEAST_BESIDE_OWN] = [0.002, 0.02];

/**
 * It holds for the same beam, and a closed and even film; the error knows of counting only. What lines of the film lay
 * upon a line of the substrate makes the film seem thinner, so that every line gives a least thickness; the value rests
 * on those that lines of a film of that thickness leave alone.
 */
export function substrateAttenuation(request: AttenuationRequest): ThicknessOutcome {
  const { film, substrate } = request;
  if (!(film.mu_perCm > 0)) return refused('attenuation-unknown');
  if (showsFilm(request)) return refused('not-bare');
  const pairs = substrate.reference.lines.flatMap((line) => linePair(line, request) ?? []);
  if (pairs.length === 0) return refused('no-common-line');
  const seen = pairs.filter(({ bare, bareError }) => bare >= LEAST_SIGNIFICANCE * bareError);
  if (seen.length === 0) return refused('bare-not-seen');
  const least = leastThickness(seen, film.mu_perCm);
  const value = valueFrom(seen, Math.max(0, least.thickness_um), request);
  if (!value) return { ok: true, thickness: least };
  if (value.thickness_um < -CHANCE * value.error_um) return refused('not-weaker');
  return { ok: true, thickness: value };
}

function refused(refusal: ThicknessRefusal): ThicknessOutcome {
  return { ok: false, refusal };
}

/** Standard errors of a line of the film from which on the scan said to be bare is none. */
const CERTAIN = 5;
/** Half widths. */
const FAR = 4;

/** By the lines of the film that are far from any of the substrate, so that no tail is taken for one. */
function showsFilm({ bare, film, substrate }: AttenuationRequest): boolean {
  const others_deg = strongLines_deg(substrate, LEAST_BESIDE * strongestOf(substrate));
  const far_deg = FAR * bare.options.halfWidth_deg;
  return film.reference.lines
    .filter(({ twoTheta_deg }) => others_deg.every((angle) => Math.abs(angle - twoTheta_deg) > far_deg))
    .some((line) => {
      const outcome = integrateLine(bare.pattern, lineWindow(line, { ...bare.options, others_deg }));
      return outcome.ok && significanceOf(outcome.line) >= CERTAIN;
    });
}

interface LinePair {
  readonly line: ReferenceLine;
  readonly bare: number;
  readonly bareError: number;
  readonly covered: number;
  readonly coveredError: number;
}

function linePair(line: ReferenceLine, request: AttenuationRequest): LinePair | null {
  const { bare, coated, bareFactor, film, substrate } = request;
  const measure = ({ pattern, options }: AttenuatedScan) => {
    const { halfWidth_deg } = options;
    const isBeside = (angle: number) =>
      angle < line.twoTheta_deg - halfWidth_deg || angle > line.end_deg + halfWidth_deg;
    const own = strongLines_deg(substrate, LEAST_BESIDE_OWN * line.strength).filter(
      (angle) => angle !== line.twoTheta_deg && angle !== line.end_deg,
    );
    const others_deg = [...strongLines_deg(film, LEAST_BESIDE * strongestOf(film)).filter(isBeside), ...own];
    return integrateLine(pattern, lineWindow(line, { ...options, others_deg }));
  };
  const [before, after] = [measure(bare), measure(coated)];
  if (!before.ok || !after.ok) return null;
  return {
    line,
    bare: bareFactor * before.line.net_countsDeg,
    bareError: bareFactor * before.line.error_countsDeg,
    covered: after.line.net_countsDeg,
    coveredError: after.line.error_countsDeg,
  };
}

function strongLines_deg({ peaks }: AmountPhase, least: number): number[] {
  return peaks.filter(({ area }) => area >= least).map(({ twoTheta_deg }) => twoTheta_deg);
}

function strongestOf({ peaks }: AmountPhase): number {
  return peaks.reduce((most, { area }) => Math.max(most, area), 0);
}

/** Of the line that says most: at the most that it could still have. */
function leastThickness(pairs: readonly LinePair[], mu_perCm: number): SubstrateThickness {
  const least = pairs
    .map((pair) => {
      const covered = Math.max(0, pair.covered) + NORMAL_ONE_SIDED_95 * pair.coveredError;
      return attenuatedLine({ ...pair, covered }, mu_perCm);
    })
    .reduce((best, line) => (line.thickness_um > best.thickness_um ? line : best));
  const thickness_um = Math.max(0, least.thickness_um);
  const { error_um } = least;
  const lines = [least];
  return {
    kind: 'at-least',
    thickness_um,
    error_um,
    limit95_um: thickness_um,
    lines,
    probability: 1,
    linesDisagree: false,
  };
}

/** Undefined where lines of the film lie upon every line, or nothing is left of those that they leave alone. */
function valueFrom(
  pairs: readonly LinePair[],
  least_um: number,
  request: AttenuationRequest,
): SubstrateThickness | undefined {
  let [value, thickness_um] = [undefined as SubstrateThickness | undefined, least_um];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const left = pairs
      .map((pair) => withDisturbance(pair, thickness_um, request))
      .filter(({ covered, coveredError }) => covered >= LEAST_SIGNIFICANCE * coveredError);
    if (left.length === 0) return undefined;
    value = commonThickness(left.map((pair) => attenuatedLine(pair, request.film.mu_perCm)));
    if (value.thickness_um <= thickness_um) return value;
    ({ thickness_um } = value);
  }
  return value;
}

/** What lines of a film of that thickness may add counts as an error; by the model of filmModel.ts. */
function withDisturbance(pair: LinePair, thickness_um: number, request: AttenuationRequest): LinePair {
  const { film, substrate, coated } = request;
  const { line, covered, coveredError } = pair;
  const through = substrateShare(film.mu_perCm, thickness_um, line.twoTheta_deg);
  const neighbours = film.peaks.map(({ twoTheta_deg, area }) => {
    const share = layerShare(film.mu_perCm, thickness_um, twoTheta_deg);
    return { twoTheta_deg, area: (area * share) / film.mu_perCm };
  });
  const left = (line.strength * through) / substrate.mu_perCm;
  const share = lineDisturbance(line, neighbours, coated.options) / left;
  const isAlone = share <= MOST_DISTURBANCE;
  return { ...pair, coveredError: isAlone ? Math.hypot(coveredError, share * covered) : Infinity };
}

function attenuatedLine({ line, ...pair }: LinePair, mu_perCm: number): AttenuatedLine {
  const { hkl, twoTheta_deg } = line;
  const film = filmThickness_um(mu_perCm, { twoTheta_deg, ...pair });
  return {
    hkl,
    twoTheta_deg,
    through: pair.covered / pair.bare,
    ...(film ?? { thickness_um: NaN, error_um: NaN }),
  };
}

/** Mean of the lines, weighted by their errors. */
function commonThickness(lines: readonly AttenuatedLine[]): SubstrateThickness {
  const weight = ({ error_um }: AttenuatedLine) => 1 / error_um ** 2;
  const weights = lines.reduce((sum, line) => sum + weight(line), 0);
  const thickness_um = lines.reduce((sum, line) => sum + weight(line) * line.thickness_um, 0) / weights;
  const chiSquared = lines.reduce(
    (sum, line) => sum + weight(line) * (line.thickness_um - thickness_um) ** 2,
    0,
  );
  const degrees = lines.length - 1;
  const probability = degrees === 0 ? 1 : chiSquaredTail(chiSquared, degrees);
  const linesDisagree = probability < LEAST_AGREEMENT;
  const error_um = Math.sqrt((linesDisagree ? chiSquared / degrees : 1) / weights);
  const isSeen = thickness_um > NORMAL_ONE_SIDED_95 * error_um;
  return {
    kind: isSeen ? 'value' : 'at-most',
    thickness_um,
    error_um,
    limit95_um: isSeen ? null : Math.max(0, thickness_um) + NORMAL_ONE_SIDED_95 * error_um,
    lines,
    probability,
    linesDisagree,
  };
}
