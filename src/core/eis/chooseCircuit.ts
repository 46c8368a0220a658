/**
 * Which circuit? Every candidate is fitted; the choice is the lowest Bayesian criterion among those whose every
 * parameter the data determine. Statistics cannot tell circuits of the same impedance apart: those are named.
 */
import type {
  CircuitCandidate,
  CircuitChoice,
  FitResult,
  FitWarning,
  Weighting,
} from '#core/eis/fitResult.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { kramersKronig as testKramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import { parseImpedancePy } from '#core/eis/parseImpedancePy.ts';
import { candidateCircuits, READY_CIRCUITS, type ImpedanceCell } from '#core/eis/readyCircuits.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface ChoiceRequest {
  /** Without the points that are left out. */
  readonly spectrum: Spectrum;
  readonly weighting?: Weighting;
  readonly cell?: ImpedanceCell;
  /** In impedance.py's style; the ready circuits when nothing is named. */
  readonly candidates?: readonly string[];
  readonly seed?: number;
}

/** Local searches for each candidate: fewer than for a circuit that the user asked for. */
const STARTS = 6;
/** Two fits this close (relative difference of the sums of squares) describe the data alike. */
const SAME_FIT = 1e-3;

interface Tried {
  readonly circuit: string;
  readonly fit: FitResult | null;
  readonly refusal: string | null;
}

/** Null when no candidate can be fitted or the spectrum has too few points to be tested. */
export function chooseCircuit(request: ChoiceRequest): CircuitChoice | null {
  const { spectrum, cell = 'any' } = request;
  const kramersKronig = testKramersKronig(spectrum);
  const texts = request.candidates ?? candidateCircuits(cell, { inductive: isInductive(spectrum) });
  const tried = texts.map((circuit) => tryCircuit(circuit, request));
  const ranked = tried
    .flatMap(({ circuit, fit, refusal }) => (fit ? [{ circuit, fit, refusal }] : []))
    .sort((a, b) => a.fit.bic - b.fit.bic);
  const admitted = ranked.filter(({ refusal }) => refusal === null);
  const chosen = admitted[0] ?? ranked[0];
  if (!chosen || !kramersKronig) return null;
  const runnerUp = admitted.find((each) => each !== chosen) ?? null;
  const byAicc = [...admitted].sort((a, b) => a.fit.aicc - b.fit.aicc)[0] ?? chosen;
  const criteriaAgree = byAicc === chosen;
  const aiccPrefers = criteriaAgree ? null : byAicc.circuit;
  return {
    fit: { ...chosen.fit, warnings: [...chosen.fit.warnings, ...degenerateWith(chosen, admitted)] },
    runnerUp: runnerUp?.fit ?? null,
    candidates: [...ranked, ...tried.filter(({ fit }) => !fit)].map(candidateOf),
    criteriaAgree,
    aiccPrefers,
    reason: reasonOf({ chosen, runnerUp, aiccPrefers }, admitted.length, tried.length),
    kramersKronig,
  };
}

/** Whether the leads show: the impedance is inductive at the highest frequency. */
function isInductive({ frequency_Hz, zIm_ohm }: Spectrum): boolean {
  const fastest = frequency_Hz.reduce((at, f, k) => (f > (frequency_Hz[at] ?? 0) ? k : at), 0);
  return (zIm_ohm[fastest] ?? 0) > 0;
}

function tryCircuit(circuit: string, { spectrum, weighting = 'modulus', seed = 1 }: ChoiceRequest): Tried {
  const parsed = parseImpedancePy(circuit);
  if (!parsed.ok) throw new Error(`${circuit} is not a circuit: ${parsed.problem.code}`);
  const fit = fitCircuit({ spectrum, circuit: parsed.circuit, weighting, seed, maxStarts: STARTS });
  return { circuit, fit, refusal: fit ? refusalOf(fit) : eisWords.refusal.fewPoints() };
}

function refusalOf({ parameters, status }: FitResult): string | null {
  if (status !== 'converged') return eisWords.refusal.noConvergence();
  const names = (atBound: boolean) =>
    parameters
      .filter(({ verdict }) => verdict !== 'determined' && (verdict === 'at-bound') === atBound)
      .map(({ name }) => name);
  const undetermined = names(false);
  if (undetermined.length > 0) return eisWords.refusal.undetermined(undetermined);
  const held = names(true);
  return held.length > 0 ? eisWords.refusal.atBound(held) : null;
}

type Fitted = Tried & { readonly fit: FitResult };

function degenerateWith({ fit, circuit }: Fitted, admitted: readonly Fitted[]): readonly FitWarning[] {
  return admitted
    .filter(
      (other) => other.circuit !== circuit && other.fit.freeParameters.length === fit.freeParameters.length,
    )
    .filter((other) => Math.abs(other.fit.reducedChiSquared / fit.reducedChiSquared - 1) < SAME_FIT)
    .map((other) => ({
      code: 'degenerate' as const,
      subject: other.circuit,
      detail: eisWords.warning.degenerate(other.circuit),
    }));
}

function candidateOf({ circuit, fit, refusal }: Tried): CircuitCandidate {
  const ready = READY_CIRCUITS.find(
    (each) => each.circuit.replace(/^L0-/, '') === circuit.replace(/^L0-/, ''),
  );
  return {
    circuit,
    name: ready?.name ?? circuit,
    aicc: fit?.aicc ?? Infinity,
    bic: fit?.bic ?? Infinity,
    refusal,
  };
}

function reasonOf(
  { chosen, runnerUp, aiccPrefers }: { chosen: Fitted; runnerUp: Fitted | null; aiccPrefers: string | null },
  admitted: number,
  tried: number,
): string {
  const { chosen: best, onlyOne, none, runnerUp: next, aiccDisagrees } = eisWords.choice;
  const first = admitted === 0 ? none : admitted === 1 ? onlyOne : best;
  return [
    first(chosen.circuit, tried),
    ...(runnerUp ? [next(runnerUp.circuit, runnerUp.fit.bic - chosen.fit.bic)] : []),
    ...(aiccPrefers === null ? [] : [aiccDisagrees(aiccPrefers)]),
  ].join(' ');
}
