/** How much of a phase the beam saw, from its lines that stand alone. */
import { chiSquaredTail } from '#core/numeric/chiSquaredTail.ts';
import {
  integrateLine,
  lineWindow,
  type LineRefusal,
  type NetIntensity,
  type WindowOptions,
} from '#core/xrd/compare/integrateLine.ts';
import type { ReferenceLine, ReferencePhase } from '#core/xrd/compare/referenceLines.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

export interface MeasuredLine {
  readonly hkl: string;
  readonly twoTheta_deg: number;
  readonly strength: number;
  readonly intensity: NetIntensity;
}

export interface SkippedLine {
  readonly hkl: string;
  readonly twoTheta_deg: number;
  readonly refusal: LineRefusal;
}

export interface PhaseAmount {
  readonly id: string;
  /** Volume on an arbitrary scale: Σ intensities over Σ strengths. Below nought where noise makes it so. */
  readonly volume: number;
  /** Standard error of counting; wider by √(χ²/ν) where the lines disagree. */
  readonly error: number;
  readonly significance: number;
  readonly lines: readonly MeasuredLine[];
  readonly skipped: readonly SkippedLine[];
  /** Whether the lines agree on one amount; texture and overlaps make them disagree. 1 for a single line. */
  readonly agreement: { readonly chiSquared: number; readonly degrees: number; readonly probability: number };
}

/** Lines disagree where chance would make them do so in fewer cases. */
export const LEAST_AGREEMENT = 0.01;

/** `others_deg` of the options: lines of what else is in the sample. Undefined when no line can be measured. */
export function phaseAmount(
  pattern: DiffractionPattern,
  phase: ReferencePhase,
  options: WindowOptions,
): PhaseAmount | undefined {
  const lines: MeasuredLine[] = [];
  const skipped: SkippedLine[] = [];
  for (const line of phase.lines) {
    const { hkl, twoTheta_deg, strength } = line;
    const outcome = integrateLine(
      pattern,
      lineWindow(line, { ...options, others_deg: besides(phase, line, options) }),
    );
    if (outcome.ok) lines.push({ hkl, twoTheta_deg, strength, intensity: outcome.line });
    else skipped.push({ hkl, twoTheta_deg, refusal: outcome.refusal });
  }
  return lines.length === 0 ? undefined : { id: phase.id, lines, skipped, ...volumeOf(lines) };
}

/** Angles closer than this are those of one line. */
const ONE_LINE_DEG = 1e-3;

function besides(phase: ReferencePhase, line: ReferenceLine, { others_deg = [] }: WindowOptions): number[] {
  const isOwn = (angle: number) =>
    Math.abs(angle - line.twoTheta_deg) < ONE_LINE_DEG || Math.abs(angle - line.end_deg) < ONE_LINE_DEG;
  return [...others_deg, ...phase.allLines_deg.filter((angle) => !isOwn(angle))];
}

type Volume = Pick<PhaseAmount, 'volume' | 'error' | 'significance' | 'agreement'>;

function volumeOf(lines: readonly MeasuredLine[]): Volume {
  const sum = (valueOf: (line: MeasuredLine) => number) =>
    lines.reduce((total, line) => total + valueOf(line), 0);
  const strength = sum((line) => line.strength);
  const volume = sum(({ intensity }) => intensity.net_countsDeg) / strength;
  const counting = Math.sqrt(sum(({ intensity }) => intensity.error_countsDeg ** 2)) / strength;
  const agreement = agreementOf(lines);
  const scatter =
    agreement.probability < LEAST_AGREEMENT ? Math.sqrt(agreement.chiSquared / agreement.degrees) : 1;
  const error = counting * scatter;
  return { volume, error, significance: volume / error, agreement };
}

/** χ² about the best common amount. */
function agreementOf(lines: readonly MeasuredLine[]): PhaseAmount['agreement'] {
  const degrees = lines.length - 1;
  if (degrees === 0) return { chiSquared: 0, degrees, probability: 1 };
  const scaled = lines.map(({ strength, intensity }) => ({
    observed: intensity.net_countsDeg / intensity.error_countsDeg,
    expected: strength / intensity.error_countsDeg,
  }));
  const products = scaled.reduce((sum, { observed, expected }) => sum + observed * expected, 0);
  const best = products / scaled.reduce((sum, { expected }) => sum + expected ** 2, 0);
  const chiSquared = scaled.reduce(
    (sum, { observed, expected }) => sum + (observed - best * expected) ** 2,
    0,
  );
  return { chiSquared, degrees, probability: chiSquaredTail(chiSquared, degrees) };
}
