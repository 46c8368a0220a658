/** How well the data fix each parameter of a fit. */
import type { ParameterVerdict } from '#core/eis/fitResult.ts';
import type { FittedParameter } from '#core/eis/fitParameters.ts';
import { fromScale, toScale } from '#core/eis/fitParameters.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface Verdict {
  readonly verdict: ParameterVerdict;
  readonly reason: string;
  /** For the bounds: the value at which the sum of squares has risen by what 95 % confidence allows. */
  readonly limit: number | null;
}

export interface VerdictEvidence {
  readonly value: number;
  /** Standard error on the scale of the fit: relative for logarithms, absolute for exponents. */
  readonly scaledError: number;
  readonly isHeld: boolean;
  /**
   * Least weighted sum of squares with the parameter held at a value on the scale of the fit. Null = nobody asks which
   * side the data object to: what they fix poorly is then undetermined without a reason.
   */
  readonly sumOfSquaresWith: ((x: number) => number) | null;
  /** Sum of squares that 95 % confidence allows: S(1 + t²/ν). */
  readonly allowed: number;
}

/** A logarithm may be uncertain by this much, an exponent by this much: about a factor of 1.6, about 0.2. */
const LARGEST_LOG_ERROR = 0.5;
const LARGEST_LINEAR_ERROR = 0.2;
/** How far a parameter is pushed to see whether the data object, in decades; further where they do not. */
const PUSHES = [2, 4, 8, 16];
const BISECTIONS = 14;

const DETERMINED: Verdict = { verdict: 'determined', reason: '', limit: null };
const NOT_ASKED: Verdict = { verdict: 'undetermined', reason: '', limit: null };

export function parameterVerdict(fitted: FittedParameter, evidence: VerdictEvidence): Verdict {
  const { parameter } = fitted;
  const isLog = parameter.scale === 'log';
  const isSharp = evidence.scaledError <= (isLog ? LARGEST_LOG_ERROR : LARGEST_LINEAR_ERROR);
  if (isSharp && !evidence.isHeld) return DETERMINED;
  if (!isLog) return linearVerdict(fitted, evidence);
  return oneSidedVerdict(fitted, evidence);
}

function linearVerdict({ parameter: { name } }: FittedParameter, { isHeld }: VerdictEvidence): Verdict {
  return isHeld
    ? { verdict: 'at-bound', reason: eisWords.verdict.fixedTight(name), limit: null }
    : { verdict: 'undetermined', reason: eisWords.verdict.undetermined(name), limit: null };
}

/** Which side the data object to, by refitting everything else with the parameter pushed away by decades. */
function oneSidedVerdict(fitted: FittedParameter, evidence: VerdictEvidence): Verdict {
  const { parameter, lower, upper } = fitted;
  const { name, unit } = parameter;
  const at = toScale(parameter, evidence.value);
  const isUserLimit = evidence.isHeld && !isPhysicalLimit(fitted, at);
  if (isUserLimit) return { verdict: 'at-bound', reason: eisWords.verdict.fixedTight(name), limit: null };
  const { sumOfSquaresWith, allowed } = evidence;
  if (!sumOfSquaresWith) return NOT_ASKED;
  const objects = (x: number) => sumOfSquaresWith(x) > allowed;
  const pushed = (side: number) =>
    PUSHES.map((decades) => Math.min(Math.max(at + side * decades * Math.LN10, lower), upper)).find(objects);
  const low = pushed(-1);
  const high = pushed(1);
  if (low !== undefined && high !== undefined)
    return {
      verdict: 'undetermined',
      reason: eisWords.verdict.uncertain(name, 100 * evidence.scaledError),
      limit: null,
    };
  if (high !== undefined) {
    const limit = fromScale(parameter, edge(at, high, objects));
    return { verdict: 'upper-bound', reason: eisWords.verdict.upperBound(name, limit, unit), limit };
  }
  if (low !== undefined) {
    const limit = fromScale(parameter, edge(at, low, objects));
    return { verdict: 'lower-bound', reason: eisWords.verdict.lowerBound(name, limit, unit), limit };
  }
  return { verdict: 'undetermined', reason: eisWords.verdict.undetermined(name), limit: null };
}

function isPhysicalLimit({ parameter }: FittedParameter, x: number): boolean {
  const near = (limit: number) => Math.abs(x - toScale(parameter, limit)) < 1e-6;
  return near(parameter.lower) || near(parameter.upper);
}

/** Where the data begin to object between a value they accept and one they do not. */
function edge(accepted: number, refused: number, objects: (x: number) => boolean): number {
  let inside = accepted;
  let outside = refused;
  for (let i = 0; i < BISECTIONS; i += 1) {
    const middle = (inside + outside) / 2;
    if (objects(middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}
