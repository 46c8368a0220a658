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
import type { Circuit } from '#core/eis/circuit.ts';
import { describeFit } from '#core/eis/describeFit.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { informationCriteria, type InformationCriteria } from '#core/eis/informationCriteria.ts';
import { kramersKronig as testKramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import { parseImpedancePy } from '#core/eis/parseImpedancePy.ts';
import { candidateCircuits, READY_CIRCUITS, type ImpedanceCell } from '#core/eis/readyCircuits.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { circuitsWithoutAnArc } from '#core/eis/redundantArc.ts';
import { createRelaxationScreen } from '#core/eis/relaxationScreen.ts';
import { searchCircuit, type CircuitFit } from '#core/eis/searchCircuit.ts';
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

/** Local searches for each candidate, to see which are in the running, and for each of those. */
const FIRST_STARTS = 2;
const STARTS = 6;
/**
 * A candidate whose Bayesian criterion is higher by more than this is out: more starts do not make up for it, and
 * neither criterion can prefer it.
 */
const OUT_OF_THE_RUNNING = 100;
/** A choice and a runner-up: others are described in full only until these are found. */
const WANTED = 2;
/** Two fits this close (relative difference of the sums of squares) describe the data alike. */
const SAME_FIT = 1e-3;

interface Tried {
  readonly circuit: string;
  /** Null for what was not looked at more closely. */
  readonly fit: FitResult | null;
  readonly criteria: InformationCriteria | null;
  readonly refusal: string | null;
}

interface Searched {
  readonly circuit: string;
  readonly parsed: Circuit;
  readonly found: CircuitFit | null;
  readonly criteria: InformationCriteria | null;
}

/** Null when no candidate can be fitted or the spectrum has too few points to be tested. */
export function chooseCircuit(request: ChoiceRequest): CircuitChoice | null {
  const { spectrum, cell = 'any' } = request;
  const kramersKronig = testKramersKronig(spectrum);
  const texts = request.candidates ?? candidateCircuits(cell, { inductive: isInductive(spectrum) });
  const first = tryCircuits(texts, request);
  const tried = [...first, ...withInductance(first, request, kramersKronig)];
  const ranked = tried
    .flatMap((each) => (each.fit ? [{ ...each, fit: each.fit }] : []))
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
    reason: [
      reasonOf({ chosen, runnerUp, aiccPrefers }, admitted.length, tried.length),
      ...betterButRefused(chosen, ranked[0]),
    ].join(' '),
    kramersKronig,
  };
}

/** Residuals this many times the noise are more than noise. */
const MORE_THAN_NOISE = 2;
/** Of so many circuits the variants with the leads' inductance are tried. */
const LEADERS = 3;

/**
 * The best circuits once more with an inductance in series, where all of them leave more than the noise: leads act on
 * the fastest points long before Z'' changes its sign. None when the caller named the candidates.
 */
function withInductance(
  first: readonly Tried[],
  request: ChoiceRequest,
  test: KramersKronig | null,
): readonly Tried[] {
  const leaders = [...first]
    .sort((a, b) => (a.criteria?.bic ?? Infinity) - (b.criteria?.bic ?? Infinity))
    .slice(0, LEADERS);
  const best = leaders[0];
  if (!best?.fit || !test || request.candidates || best.circuit.startsWith('L0-')) return [];
  const rms = Math.sqrt(best.fit.chiSquared_modulus / (2 * best.fit.points));
  if (rms <= MORE_THAN_NOISE * test.noiseRms) return [];
  // Where a capacitor took the place of a constant phase element, the lack of the inductance may have been the cause.
  const circuits = leaders.map(({ circuit }) => `L0-${circuit.replaceAll(/\bC(?=\d)/g, 'CPE')}`);
  return tryCircuits(circuits, request);
}

/** Whether the leads show: the impedance is inductive at the highest frequency. */
function isInductive({ frequency_Hz, zIm_ohm }: Spectrum): boolean {
  const fastest = frequency_Hz.reduce((at, f, k) => (f > (frequency_Hz[at] ?? 0) ? k : at), 0);
  return (zIm_ohm[fastest] ?? 0) > 0;
}

function tryCircuits(texts: readonly string[], request: ChoiceRequest): readonly Tried[] {
  const screen = createRelaxationScreen(request.spectrum);
  const search = ({ circuit, parsed }: Pick<Searched, 'circuit' | 'parsed'>, maxStarts: number): Searched => {
    const { spectrum, weighting = 'modulus', seed = 1 } = request;
    const found = searchCircuit({ spectrum, circuit: parsed, weighting, seed, maxStarts, screen });
    return { circuit, parsed, found, criteria: found && criteriaOf(found) };
  };
  const searched = texts.map((circuit) => search({ circuit, parsed: parsedCircuit(circuit) }, FIRST_STARTS));
  const bicOf = ({ criteria }: Searched) => criteria?.bic ?? Infinity;
  const ranked = [...searched].sort((a, b) => bicOf(a) - bicOf(b));
  const least = ranked[0] ? bicOf(ranked[0]) : Infinity;
  let admitted = 0;
  return ranked.map((each): Tried => {
    const { circuit, found, criteria } = each;
    if (!found) return { circuit, fit: null, criteria, refusal: eisWords.refusal.fewPoints() };
    if (bicOf(each) > least + OUT_OF_THE_RUNNING && admitted >= WANTED)
      return { circuit, fit: null, criteria, refusal: eisWords.refusal.structure() };
    const describe = (one: Searched): Fitted => {
      const fit = describeFit(search(one, STARTS).found ?? one.found ?? found);
      const refusal = refusalOf(fit) ?? redundancyOf(one, fit, searched);
      return { circuit: one.circuit, fit, criteria: fit, refusal };
    };
    const described = describe(each);
    const ideal = withCapacitors(described);
    const simpler =
      ideal === null ? null : describe(search({ circuit: ideal, parsed: parsedCircuit(ideal) }, 1));
    const tried = simpler?.refusal === null ? simpler : described;
    if (tried.refusal === null) admitted += 1;
    return tried;
  });
}

/**
 * The circuit with a capacitor for every constant phase element whose exponent ended at 1: there it is one, and the
 * exponent is no longer a parameter that the data must determine. Null when there is none, or the name is taken.
 */
function withCapacitors({ circuit, fit }: Fitted): string | null {
  const ideal = fit.parameters
    .filter(({ name, verdict, value }) => /^CPE\d+\.n$/.test(name) && verdict === 'at-bound' && value > 0.99)
    .map(({ name }) => name.replace('.n', ''));
  const capacitors = ideal.map((name) => name.replace('CPE', 'C'));
  if (ideal.length === 0 || capacitors.some((name) => new RegExp(`\\b${name}\\b`).test(circuit))) return null;
  return ideal.reduce(
    (text, name, k) => text.replace(new RegExp(`\\b${name}\\b`), capacitors[k] ?? name),
    circuit,
  );
}

function parsedCircuit(text: string): Circuit {
  const parsed = parseImpedancePy(text);
  if (!parsed.ok) throw new Error(`${text} is not a circuit: ${parsed.problem.code}`);
  return parsed.circuit;
}

function criteriaOf({ search, model, parameters }: CircuitFit): InformationCriteria {
  return informationCriteria(search.best.sumOfSquares, 2 * model.points, parameters.free.length);
}

/** An arc too many: another candidate has all but this arc, and a criterion that is not higher. */
function redundancyOf({ parsed }: Searched, { bic }: FitResult, all: readonly Searched[]): string | null {
  const smaller = circuitsWithoutAnArc(parsed.root).map((root) => shapeOf(circuitText({ root })));
  const enough = all.find(
    ({ circuit, criteria }) => smaller.includes(shapeOf(circuit)) && criteria !== null && criteria.bic <= bic,
  );
  return enough ? eisWords.refusal.redundant(enough.circuit) : null;
}

function shapeOf(text: string): string {
  return text.replace(/\d+/g, '');
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

/** A difference of the Bayesian criterion that counts as very strong evidence (Kass and Raftery 1995). */
const VERY_STRONG = 10;

/** What the user must know when a circuit that cannot be chosen describes the data far better than the chosen one. */
function betterButRefused(chosen: Fitted, best: Fitted | undefined): readonly string[] {
  if (!best?.refusal || chosen.fit.bic - best.fit.bic < VERY_STRONG) return [];
  return [eisWords.choice.betterButRefused(best.circuit, chosen.fit.bic - best.fit.bic, best.refusal)];
}

function candidateOf({ circuit, criteria, refusal }: Tried): CircuitCandidate {
  const ready = READY_CIRCUITS.find(
    (each) => each.circuit.replace(/^L0-/, '') === circuit.replace(/^L0-/, ''),
  );
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
