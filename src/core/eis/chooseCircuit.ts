/**
 * Which circuit? Every candidate is fitted; the choice is the lowest Bayesian criterion among those whose every
 * parameter the data determine. Statistics cannot tell circuits of the same impedance apart: those are named.
 */
import type { KramersKronig } from '#core/eis/kramersKronigResult.ts';
import type {
  CircuitCandidate,
  CircuitChoice,
  FitResult,
  FitWarning,
  Weighting,
} from '#core/eis/fitResult.ts';
import { kramersKronig as testKramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import { candidateCircuits, READY_CIRCUITS, type ImpedanceCell } from '#core/eis/readyCircuits.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { createRelaxationScreen } from '#core/eis/relaxationScreen.ts';
import type { Electrodes } from '#core/eis/roleWarnings.ts';
import { cellWarnings, isSameButForLeads } from '#core/eis/cellWarnings.ts';
import { tryCircuits, type TriedCircuit } from '#core/eis/tryCircuits.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface ChoiceRequest {
  /** Without the points that are left out. */
  readonly spectrum: Spectrum;
  readonly weighting?: Weighting;
  readonly cell?: ImpedanceCell;
  /** In impedance.py's style; the ready circuits when nothing is named. */
  readonly candidates?: readonly string[];
  readonly seed?: number;
  /** Capacitances are then held against the classes of what they stand for in the cell's circuit. */
  readonly electrodes?: Electrodes | null;
}

/** Two fits this close (relative difference of the sums of squares) describe the data alike. */
const SAME_FIT = 1e-3;

/** Null when no candidate can be fitted or the spectrum has too few points to be tested. */
export function chooseCircuit(request: ChoiceRequest): CircuitChoice | null {
  const kramersKronig = testKramersKronig(request.spectrum);
  const tried = tryCandidates(request, kramersKronig);
  const ranked = tried
    .filter((each): each is Fitted => each.fit !== null && each.inFull !== null)
    .sort((a, b) => a.fit.bic - b.fit.bic);
  const admitted = ranked.filter(({ refusal }) => refusal === null);
  const chosen = admitted[0] ?? ranked[0];
  if (!chosen || !kramersKronig) return null;
  const runnerUp = admitted.find((each) => each !== chosen) ?? null;
  const byAicc = [...admitted].sort((a, b) => a.fit.aicc - b.fit.aicc)[0] ?? chosen;
  const criteriaAgree = byAicc === chosen;
  const aiccPrefers = criteriaAgree ? null : byAicc.circuit;
  return {
    fit: withWarnings(chosen, admitted, request),
    runnerUp: runnerUp?.fit ?? null,
    candidates: [...ranked, ...tried.filter(({ fit }) => !fit)].map(candidateOf),
    refused: tried.flatMap(({ circuit, refusal }) =>
      refusal === null ? [] : [{ circuit, reason: refusal }],
    ),
    degeneratePairs: admitted.flatMap((one, i) =>
      degenerateWith(one, admitted.slice(i + 1)).map(({ subject }) => [one.circuit, subject] as const),
    ),
    criteriaAgree,
    aiccPrefers,
    reason: [
      reasonOf({ chosen, runnerUp, aiccPrefers }, admitted.length, tried.length),
      ...betterButRefused(chosen, ranked[0]),
    ].join(' '),
    kramersKronig,
  };
}

function tryCandidates(request: ChoiceRequest, test: KramersKronig | null): readonly TriedCircuit[] {
  const { spectrum, cell = 'any', weighting = 'modulus', seed = 1, candidates } = request;
  const trial = { spectrum, weighting, seed, screen: createRelaxationScreen(spectrum) };
  // A caller who names the candidates wants no others.
  if (candidates) return tryCircuits(candidates, trial);
  const first = tryCircuits(candidateCircuits(cell, { inductive: isInductive(spectrum) }), trial);
  return [...first, ...tryCircuits(withInductance(first, test), trial)];
}

/** Residuals this many times the noise are more than noise. */
const MORE_THAN_NOISE = 2;
/** Of so many circuits the variants with the leads' inductance are tried. */
const LEADERS = 3;

/**
 * The best circuits once more with an inductance in series, where all of them leave more than the noise: leads act on
 * the fastest points long before Z'' changes its sign.
 */
function withInductance(first: readonly TriedCircuit[], test: KramersKronig | null): readonly string[] {
  const leaders = [...first]
    .sort((a, b) => (a.criteria?.bic ?? Infinity) - (b.criteria?.bic ?? Infinity))
    .slice(0, LEADERS);
  const best = leaders[0];
  if (!best?.fit || !test || best.circuit.startsWith('L0-')) return [];
  const rms = Math.sqrt(best.fit.chiSquared_modulus / (2 * best.fit.points));
  if (rms <= MORE_THAN_NOISE * test.noiseRms) return [];
  // Where a capacitor took the place of a constant phase element, the lack of the inductance may have been the cause.
  return leaders.map(({ circuit }) => `L0-${circuit.replaceAll(/\bC(?=\d)/g, 'CPE')}`);
}

/** Whether the leads show: the impedance is inductive at the highest frequency. */
function isInductive({ frequency_Hz, zIm_ohm }: Spectrum): boolean {
  const fastest = frequency_Hz.reduce((at, f, k) => (f > (frequency_Hz[at] ?? 0) ? k : at), 0);
  return (zIm_ohm[fastest] ?? 0) > 0;
}

type Fitted = TriedCircuit & { readonly fit: FitResult; readonly inFull: () => FitResult };

function withWarnings(chosen: Fitted, admitted: readonly Fitted[], request: ChoiceRequest): FitResult {
  const fit = chosen.inFull();
  const warnings = [...fit.warnings, ...degenerateWith(chosen, admitted), ...cellWarnings(fit, request)];
  return { ...fit, warnings };
}

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

/** A difference of the Bayesian criterion that counts as very strong evidence (Kass and Raftery 1995). */
const VERY_STRONG = 10;

/** What the user must know when a circuit that cannot be chosen describes the data far better than the chosen one. */
function betterButRefused(chosen: Fitted, best: Fitted | undefined): readonly string[] {
  if (!best?.refusal || chosen.fit.bic - best.fit.bic < VERY_STRONG) return [];
  return [eisWords.choice.betterButRefused(best.circuit, chosen.fit.bic - best.fit.bic, best.refusal)];
}

function candidateOf({ circuit, criteria, refusal }: TriedCircuit): CircuitCandidate {
  const ready = READY_CIRCUITS.find((each) => isSameButForLeads(each.circuit, circuit));
  return {
    circuit,
    name: ready?.name ?? circuit,
    aicc: criteria?.aicc ?? Infinity,
    bic: criteria?.bic ?? Infinity,
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
