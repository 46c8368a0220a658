/** The lines of a phase that can be measured in a pattern, since hardly anything else lies there. */
import { fittedVolume, type AmountPhase } from '#core/xrd/amounts/amountPhase.ts';
import {
  lineDisturbance,
  MOST_DISTURBANCE,
  USUAL_SHAPE,
  type Neighbour,
} from '#core/xrd/amounts/lineDisturbance.ts';
import { integrateLine, lineWindow, type NetIntensity } from '#core/xrd/compare/integrateLine.ts';
import { LEAST_SIGNIFICANCE } from '#core/xrd/compare/lineRatio.ts';
import type { ReferenceLine } from '#core/xrd/compare/referenceLines.ts';
import { lineShift_deg, USUAL_RADIUS_MM, type LineShift } from '#core/xrd/lineShift.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { fitLine, type FittedLine } from '#core/xrd/size/fitLine.ts';

/** About three full widths of a laboratory instrument; broader lines get three of their own. */
const HALF_WIDTH_DEG = 0.35;
const WIDTHS = 3;
/** Background is not taken from beside lines of this share of the line's own area. */
const LEAST_BESIDE = 0.02;

export interface MeasuredAmountLine {
  readonly hkl: string;
  /** Computed, of the first line of the radiation. */
  readonly twoTheta_deg: number;
  /** m·|F|²·LP/V², all lines of the radiation together. */
  readonly strength: number;
  readonly intensity_countsDeg: number;
  /** Of counting, and of what neighbours may add. */
  readonly error_countsDeg: number;
}

export interface MeasuredIn {
  readonly pattern: DiffractionPattern;
  readonly radiation: Radiation;
  /** As the whole-pattern fit found it. */
  readonly shift: LineShift;
  /** Everything that is there, the phase itself included. */
  readonly phases: readonly AmountPhase[];
}

/** Those that stand alone, lie in the range and are seen; the one with the smallest error first. */
export function measuredLines(own: AmountPhase, sample: MeasuredIn): readonly MeasuredAmountLine[] {
  const found = own.reference.lines.flatMap((line) => measured(line, own, sample) ?? []);
  const relative = ({ error_countsDeg, intensity_countsDeg }: MeasuredAmountLine) =>
    error_countsDeg / intensity_countsDeg;
  return found.sort((a, b) => relative(a) - relative(b));
}

function measured(line: ReferenceLine, own: AmountPhase, sample: MeasuredIn): MeasuredAmountLine | undefined {
  const neighbours = neighboursOf(line, own, sample.phases);
  const ownArea = line.strength * fittedVolume(own);
  if (lineDisturbance(line, neighbours, { halfWidth_deg: HALF_WIDTH_DEG }) > MOST_DISTURBANCE * ownArea)
    return undefined;
  const fit = fittedLine(line, sample);
  const shape = fit ? { fwhm_deg: fit.fwhm_deg, eta: fit.eta } : USUAL_SHAPE;
  const halfWidth_deg = Math.max(HALF_WIDTH_DEG, WIDTHS * shape.fwhm_deg);
  const disturbance = lineDisturbance(line, neighbours, { halfWidth_deg, shape }) / ownArea;
  if (!(disturbance <= MOST_DISTURBANCE)) return undefined;
  const others_deg = neighbours
    .filter(
      ({ twoTheta_deg, area }) =>
        area > LEAST_BESIDE * ownArea && isOutside(twoTheta_deg, line, halfWidth_deg),
    )
    .map(({ twoTheta_deg }) => twoTheta_deg);
  const shift = fit ? shiftOf(fit, line) : sample.shift;
  const window = lineWindow(line, { halfWidth_deg, others_deg, shift, ...(fit && { shape }) });
  const outcome = integrateLine(sample.pattern, window);
  return outcome.ok && isSeen(outcome.line) ? lineOf(line, outcome.line, disturbance) : undefined;
}

function isOutside(angle: number, { twoTheta_deg, end_deg }: ReferenceLine, halfWidth_deg: number): boolean {
  return angle < twoTheta_deg - halfWidth_deg || angle > end_deg + halfWidth_deg;
}

/** Where the line itself lies. */
function shiftOf(fit: FittedLine, { twoTheta_deg }: ReferenceLine): LineShift {
  const zeroShift_deg = fit.twoTheta_deg - twoTheta_deg;
  return { zeroShift_deg, displacement_mm: 0, radius_mm: USUAL_RADIUS_MM };
}

function isSeen({ net_countsDeg, error_countsDeg }: NetIntensity): boolean {
  return net_countsDeg >= LEAST_SIGNIFICANCE * error_countsDeg;
}

function lineOf(
  { hkl, twoTheta_deg, strength }: ReferenceLine,
  { net_countsDeg, error_countsDeg: counting }: NetIntensity,
  disturbance: number,
): MeasuredAmountLine {
  const error_countsDeg = Math.hypot(counting, disturbance * net_countsDeg);
  return { hkl, twoTheta_deg, strength, intensity_countsDeg: net_countsDeg, error_countsDeg };
}

/** Every other line with the area that the fit gives it. */
function neighboursOf(line: ReferenceLine, own: AmountPhase, phases: readonly AmountPhase[]): Neighbour[] {
  return phases.flatMap((each) => {
    const isOwnLine = (angle: number) =>
      each.phase.id === own.phase.id && (angle === line.twoTheta_deg || angle === line.end_deg);
    const volume = fittedVolume(each);
    return each.peaks
      .filter(({ twoTheta_deg }) => !isOwnLine(twoTheta_deg))
      .map(({ twoTheta_deg, area }) => ({ twoTheta_deg, area: area * volume }));
  });
}

function fittedLine(line: ReferenceLine, { pattern, radiation, shift }: MeasuredIn): FittedLine | undefined {
  const centre_deg = line.twoTheta_deg + lineShift_deg(shift, line.twoTheta_deg);
  const search = { radiation, halfWidth_deg: HALF_WIDTH_DEG, fwhm_deg: USUAL_SHAPE.fwhm_deg };
  const outcome = fitLine(pattern, centre_deg, search);
  if (!outcome.ok) return undefined;
  return Math.abs(outcome.line.twoTheta_deg - centre_deg) < HALF_WIDTH_DEG ? outcome.line : undefined;
}
