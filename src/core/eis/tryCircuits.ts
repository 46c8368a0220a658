/**
 * Candidates of the choice, fitted to one spectrum: a few local searches show which are in the running, more searches
 * and all statistics follow for those alone.
 */
import type { CircuitNode } from '#core/eis/circuit.ts';
import { describeFit } from '#core/eis/describeFit.ts';
import type { FitResult, Weighting } from '#core/eis/fitResult.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { impossibilitiesOf } from '#core/eis/impossibleFit.ts';
import { informationCriteria, type InformationCriteria } from '#core/numeric/informationCriteria.ts';
import { parseImpedancePy } from '#core/eis/parseImpedancePy.ts';
import { circuitsWithoutAnArc } from '#core/eis/redundantArc.ts';
import type { RelaxationScreen } from '#core/eis/relaxationScreen.ts';
import { searchCircuit, type CircuitFit } from '#core/eis/searchCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface TryRequest {
  readonly spectrum: Spectrum;
  /** Of that spectrum: shared by all candidates. */
  readonly screen: RelaxationScreen;
  readonly weighting: Weighting;
  readonly seed: number;
}

export interface TriedCircuit {
  readonly circuit: string;
  /** Null for what was not looked at more closely. Of a refused one without the sides that `inFull` gives. */
  readonly fit: FitResult | null;
  /** The fit as it is shown: asked only of what is, for those sides take dozens of refits. */
  readonly inFull: (() => FitResult) | null;
  readonly criteria: InformationCriteria | null;
  /** Null = can be chosen. */
  readonly refusal: string | null;
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

const NOT_FITTED = { fit: null, inFull: null, criteria: null };

interface Searched {
  readonly circuit: string;
  readonly found: CircuitFit | null;
  readonly criteria: InformationCriteria | null;
}

/** In the order of the Bayesian criterion after the first searches. */
export function tryCircuits(texts: readonly string[], request: TryRequest): readonly TriedCircuit[] {
  const searched = texts.map((circuit) => search(circuit, request, FIRST_STARTS));
  const ranked = [...searched].sort((a, b) => bicOf(a) - bicOf(b));
  const least = ranked[0] ? bicOf(ranked[0]) : Infinity;
  let admitted = 0;
  return ranked.map((each): TriedCircuit => {
    const { circuit, criteria } = each;
    if (bicOf(each) > least + OUT_OF_THE_RUNNING && admitted >= WANTED)
      return { ...NOT_FITTED, circuit, criteria, refusal: eisWords.refusal.structure() };
    const tried = tryClosely(each, searched, request);
    if (tried.refusal === null) admitted += 1;
    return tried;
  });
}

function bicOf({ criteria }: Searched): number {
  return criteria?.bic ?? Infinity;
}

function search(circuit: string, request: TryRequest, maxStarts: number): Searched {
  const found = searchCircuit({ ...request, circuit: { root: rootOf(circuit), settings: {} }, maxStarts });
  return { circuit, found, criteria: found && criteriaOf(found) };
}

export function rootOf(text: string): CircuitNode {
  const parsed = parseImpedancePy(text);
  if (!parsed.ok) throw new Error(`${text} is not a circuit: ${parsed.problem.code}`);
  return parsed.circuit.root;
}

function criteriaOf({ search: { best }, model, parameters }: CircuitFit): InformationCriteria {
  return informationCriteria(best.sumOfSquares, 2 * model.points, parameters.free.length);
}

/** With capacitors for constant phase elements that ended as such, where that circuit can be chosen. */
function tryClosely(
  { circuit, found }: Searched,
  searched: readonly Searched[],
  request: TryRequest,
): TriedCircuit {
  if (!found) return { ...NOT_FITTED, circuit, refusal: eisWords.refusal.fewPoints() };
  const tried = describe(circuit, searched, request);
  const ideal = withCapacitors(tried);
  const simpler = ideal === null ? null : describe(ideal, searched, request);
  return simpler?.refusal === null ? simpler : tried;
}

function describe(circuit: string, searched: readonly Searched[], request: TryRequest): TriedCircuit {
  const { found } = search(circuit, request, STARTS);
  if (!found) return { ...NOT_FITTED, circuit, refusal: eisWords.refusal.fewPoints() };
  const fit = describeFit(found, { areSidesSought: false });
  const reasons = [
    refusalOf(fit) ?? redundancyOf(found, fit, searched),
    ...impossibilitiesOf({ root: rootOf(circuit), values: valuesOf(fit) }, request.spectrum),
  ].filter((reason) => reason !== null);
  const refusal = reasons.length > 0 ? reasons.join('; ') : null;
  return { circuit, fit, inFull: () => describeFit(found), criteria: fit, refusal };
}

export function valuesOf({ parameters }: FitResult): ReadonlyMap<string, number> {
  return new Map(parameters.map(({ name, value }) => [name, value]));
}

/**
 * The circuit with a capacitor for every constant phase element whose exponent ended at 1: there it is one, and the
 * exponent is no longer a parameter that the data must determine. Null when there is none, or the name is taken.
 */
function withCapacitors({ circuit, fit }: TriedCircuit): string | null {
  const ideal = (fit?.parameters ?? [])
    .filter(({ name, verdict, value }) => /^CPE\d+\.n$/.test(name) && verdict === 'at-bound' && value > 0.99)
    .map(({ name }) => name.replace('.n', ''));
  const capacitors = ideal.map((name) => name.replace('CPE', 'C'));
  if (ideal.length === 0 || capacitors.some((name) => new RegExp(`\\b${name}\\b`).test(circuit))) return null;
  return ideal.reduce(
    (text, name, k) => text.replace(new RegExp(`\\b${name}\\b`), capacitors[k] ?? name),
    circuit,
  );
}

/** An arc too many: another candidate has all but this arc, and a criterion that is not higher. */
function redundancyOf(
  { request: { circuit } }: CircuitFit,
  { bic }: FitResult,
  all: readonly Searched[],
): string | null {
  const smaller = circuitsWithoutAnArc(circuit.root).map((root) => shapeOf(circuitText({ root })));
  const enough = all.find((other) => smaller.includes(shapeOf(other.circuit)) && bicOf(other) <= bic);
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
