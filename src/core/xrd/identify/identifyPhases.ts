/** Which phases a pattern shows, which it excludes and which could hide in it. */
import type {
  Identification,
  LineEvidence,
  PhaseVerdict,
  PhaseVerdictKind,
} from '#core/xrd/identification.ts';
import { identificationWords as words } from '#core/text/identificationWords.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import { lineShift_deg, USUAL_RADIUS_MM } from '#core/xrd/lineShift.ts';
import { weightFractions } from '#core/xrd/rir.ts';
import { agreement } from '#core/xrd/identify/agreement.ts';
import type { CandidatePhase, Candidates } from '#core/xrd/identify/candidatePhases.ts';
import { cellMatches } from '#core/xrd/identify/cellMatches.ts';
import { fittedCurves } from '#core/xrd/identify/fittedCurves.ts';
import { haloShares } from '#core/xrd/identify/haloShares.ts';
import { linePlace, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
import type { ReflectionFit } from '#core/xrd/identify/lineFit.ts';
import { lineScatter, scatterError } from '#core/xrd/identify/lineScatter.ts';
import type { FittedModel } from '#core/xrd/identify/patternModel.ts';
import { phaseEvidence, type PhaseEvidence } from '#core/xrd/identify/phaseEvidence.ts';
import { isStrict } from '#core/xrd/identify/requiredLines.ts';
import { fitCorrelation } from '#core/xrd/identify/serialCorrelation.ts';
import { solvePattern } from '#core/xrd/identify/solvePattern.ts';
import { unexplainedPeaks } from '#core/xrd/identify/unexplainedPeaks.ts';
import { verdictProbability } from '#core/xrd/identify/verdictProbability.ts';

export interface IdentifyOptions {
  /** Of the goniometer; it turns the displacement of lines into that of the sample. */
  readonly radius_mm?: number;
}

/** A line counts as found from this many standard errors. */
const FOUND = 3;
/** The same among peaks that are higher and that nothing explains: with those, chance finds lines more easily. */
const FOUND_AMONG_OTHERS = 5;
/**
 * Spacings that are further off belong to another phase, or to a solid solution that the fit cannot tell from one. Old
 * cells may be in kX, which is 0.2 % less than in Å.
 */
const MOST_STRAIN = 0.0021;
/** Lines are seldom further from their places: 0.1° of zero shift and 0.2 mm of displacement at 150 mm make 0.25°. */
const MOST_SHIFT_DEG = 0.3;
const SHIFT_JUDGED_AT_DEG = 40;
/**
 * Relative standard error of computed intensities: thermal motion is taken from tables or as B = 1 Å², sites as published.
 * Computed I/Ic lie 3 to 7 % above those of cards of Si, NaCl, Cu and ZnO, and phases differ in it by as much.
 */
const STRUCTURE_ERROR = 0.05;
const PRESENT = 0.95;
const ABSENT = 0.05;
/** Standard errors that a phase needs to be noticed, and those that 95 of 100 measurements stay above. */
const NOTICED = 5 + 1.645;

interface Judged {
  readonly candidate: CandidatePhase;
  readonly evidence: PhaseEvidence;
  readonly probability: number;
  /** Whether its lines lie where they should but for what instruments do. */
  readonly isInPlace: boolean;
  readonly required: readonly LineEvidence[];
  readonly found: readonly LineEvidence[];
}

/** The pattern must ascend and lie within the range that the candidates were computed for. */
export function identifyPhases(
  pattern: DiffractionPattern,
  candidates: Candidates,
  { radius_mm = USUAL_RADIUS_MM }: IdentifyOptions = {},
): Identification {
  const fitted = solvePattern(pattern, candidates, { radius_mm });
  const judged = candidates.crystals.map((candidate, phase) => judgedPhase(fitted, candidate, phase));
  const { instrument } = fitted.model;
  const peaks = unexplainedPeaks(fitted);
  return {
    radiation: candidates.radiation.id,
    zeroShift_deg: instrument.zeroShift_deg,
    displacement_mm: instrument.displacement_mm,
    phases: verdicts(judged, fitCorrelation(fitted)),
    halos: haloShares(fitted),
    cells: cellMatches(fitted, peaks),
    unexplainedPeaks: peaks,
    ...agreement(fitted),
    ...fittedCurves(fitted, pattern.twoTheta_deg),
    warnings: [],
  };
}

function judgedPhase(fitted: FittedModel, candidate: CandidatePhase, phase: number): Judged {
  const evidence = phaseEvidence(fitted, phase);
  const describe = (fit: ReflectionFit): LineEvidence => {
    const { hkl = '', twoTheta_deg = NaN } = candidate.reflections[fit.reflection] ?? {};
    const state = fitted.model.states[phase] ?? UNSTRAINED;
    const { centre_deg } = linePlace(twoTheta_deg, fitted.model.instrument, state);
    return { twoTheta_deg: centre_deg, hkl, significance: Math.max(0, fit.ratio / fit.error) };
  };
  const required = evidence.required.map(describe);
  const isFound = ({ significance }: LineEvidence) => evidence.amount > 0 && significance >= FOUND;
  const probability = verdictProbability(evidence);
  const isInPlace = isPlausible(fitted, phase);
  return { candidate, evidence, probability, isInPlace, required, found: required.filter(isFound) };
}

function isPlausible({ model }: FittedModel, phase: number): boolean {
  const { strain } = model.states[phase] ?? UNSTRAINED;
  const shift_deg = lineShift_deg(model.instrument, SHIFT_JUDGED_AT_DEG);
  return Math.abs(strain) <= MOST_STRAIN && Math.abs(shift_deg) <= MOST_SHIFT_DEG;
}

/** `correlation`: the factor by which alike residuals widen the errors of amounts. */
function verdicts(judged: readonly Judged[], correlation: number): PhaseVerdict[] {
  const kinds = judged.map((one) => verdictOf(one, judged));
  const isCounted = (one: Judged, i: number) =>
    kinds[i] !== 'absent' && !Number.isNaN(one.candidate.density_g_cm3);
  const counted = judged.filter(isCounted);
  const scatter = lineScatter(counted.map(({ evidence }) => evidence.lines));
  const shares = weightFractions(
    counted.map(({ candidate, evidence: { amount, error, lines } }) => ({
      intensity: amount,
      error: Math.hypot(correlation * error, scatterError(lines, scatter) * amount, STRUCTURE_ERROR * amount),
      iOverIc: 1 / candidate.density_g_cm3,
    })),
  );
  const mass = counted.reduce((sum, { candidate, evidence }) => sum + massOf(candidate, evidence.amount), 0);
  return judged.map((one, i) => {
    const share = shares[counted.indexOf(one)];
    const { candidate, evidence, probability, required, found } = one;
    const hidden = massOf(candidate, NOTICED * evidence.error);
    const others = Math.max(0, mass - massOf(candidate, evidence.amount));
    const verdict = kinds[i] ?? 'undecided';
    const isKnown = share && Number.isFinite(share.weightFraction);
    return {
      id: candidate.phase.id,
      verdict,
      probability,
      weightFraction: isKnown ? share.weightFraction : null,
      weightFractionError: isKnown ? share.error : null,
      detectionLimit_weightFraction: hidden / (hidden + others),
      evidence: { required, found, missing: required.filter((line) => !found.includes(line)) },
      reason: words.verdict(verdict, { found: found.length, required: required.length, loss: evidence.loss }),
    };
  });
}

const massOf = ({ density_g_cm3 }: CandidatePhase, amount: number): number => density_g_cm3 * amount;

/** A rule's lines must be found; LiHg beside Li3Hg is never certain, since their common lines lie too close. */
function verdictOf(one: Judged, all: readonly Judged[]): PhaseVerdictKind {
  if (one.probability <= ABSENT || one.evidence.amount === 0) return 'absent';
  const id = one.candidate.phase.id;
  const li3hg = all.find(({ candidate }) => candidate.phase.id === 'Li3Hg');
  const isShadowed =
    id === 'LiHg' && li3hg !== undefined && li3hg.probability > ABSENT && li3hg.found.length > 0;
  const needed = isStrict(id) ? Math.max(2, one.required.length) : Math.min(2, one.required.length);
  const isIts = one.isInPlace && !isShadowed;
  const certain = one.evidence.prominence < 1 ? FOUND_AMONG_OTHERS : FOUND;
  const found = one.found.filter(({ significance }) => significance >= certain).length;
  return one.probability >= PRESENT && found >= needed && isIts ? 'present' : 'undecided';
}
