/**
 * Start values without guesses. The relaxations that the spectrum shows (relaxationScreen.ts) are dealt out to the arcs
 * of the circuit, fast ones first; diffusion, tails and inductance take what the screen left to them. Around these
 * starts lie seeded random ones, and all are ranked by how well the circuit itself agrees with the data.
 */
import type { Circuit, ElementNode } from '#core/eis/circuit.ts';
import type { CircuitParameter } from '#core/eis/circuitModel.ts';
import {
  ARC_EXPONENT,
  BLOCKING_EXPONENT,
  type RelaxationScreen,
  type RelaxationSet,
} from '#core/eis/relaxationScreen.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { startRoles, type ArcRole, type StartRoles } from '#core/eis/startRoles.ts';
import { seededRandom, type SeededRandom } from '#core/numeric/seededRandom.ts';

export interface StartRequest {
  readonly spectrum: Spectrum;
  readonly circuit: Circuit;
  readonly parameters: readonly CircuitParameter[];
  /** Weighted sum of squares at natural values. */
  readonly misfitAt: (values: Float64Array) => number;
  /** Of the same spectrum. */
  readonly screen: RelaxationScreen;
  readonly seed: number;
}

const SETS = 6;
/** Random starts around each set, and how far they lie, in decades. */
const VARIATIONS = 10;
const SPREAD_DECADES = 1;
/** A resistance that the screen set to zero starts at this share of the largest |Z|. */
const SMALL_SHARE = 1e-3;

/** Natural values of all parameters, the most promising first. */
export function startValues(request: StartRequest): readonly Float64Array[] {
  const { spectrum, circuit, parameters, misfitAt, screen, seed } = request;
  const roles = startRoles(circuit.root);
  const sets = screen({
    relaxations: Math.max(roles.arcs.length, 1),
    hasInductance: roles.inductors.length > 0,
    hasDiffusion: roles.diffusions.length > 0,
    hasBlocking: roles.blockers.length > 0,
    sets: SETS,
  });
  const random = seededRandom(seed);
  const families = sets.map((set) => {
    const plain = dealOut(set, { roles, parameters, spectrum });
    const varied = Array.from({ length: VARIATIONS }, () => vary(plain, parameters, random));
    return [plain, ...varied]
      .map((values) => ({ values, misfit: misfitAt(values) }))
      .filter(({ misfit }) => Number.isFinite(misfit))
      .sort((one, other) => one.misfit - other.misfit);
  });
  // The best of every family, then the second best: searches that agree shall have come from different places.
  return Array.from({ length: VARIATIONS + 1 }, (_, rank) =>
    families.flatMap((family) => family.slice(rank, rank + 1)),
  )
    .flatMap((generation) => generation.sort((one, other) => one.misfit - other.misfit))
    .map(({ values }) => values);
}

interface DealContext {
  readonly roles: StartRoles;
  readonly parameters: readonly CircuitParameter[];
  readonly spectrum: Spectrum;
}

function dealOut(set: RelaxationSet, context: DealContext): Float64Array {
  const { roles, parameters, spectrum } = context;
  const largest = spectrum.zRe_ohm.reduce(
    (most, re, k) => Math.max(most, Math.hypot(re, spectrum.zIm_ohm[k] ?? 0)),
    0,
  );
  const small = SMALL_SHARE * largest;
  const slowest = 1 / (2 * Math.PI * spectrum.frequency_Hz.reduce((a, b) => Math.min(a, b)));
  const given = new Map<string, number>();
  roles.series.forEach((name, i) => given.set(name, i === 0 ? Math.max(set.series_ohm, small) : small));
  for (const name of roles.inductors) given.set(name, Math.max(set.inductance_H, 1e-10));
  for (const name of roles.bridges) given.set(name, 3 * largest);
  roles.arcs.forEach((role, i) => {
    const r = Math.max(set.r_ohm[i] ?? 0, small);
    giveArc(given, role, { r, tau: set.tau_s[i] ?? slowest });
  });
  for (const node of roles.diffusions)
    giveDiffusion(given, node, {
      sigma: Math.max(set.warburg_ohmPerSqrtS, small / Math.sqrt(slowest)),
      slowest,
    });
  for (const node of roles.blockers)
    giveBlocker(given, node, { q: 1 / Math.max(set.inverseQ, small / slowest), r: largest });
  return Float64Array.from(parameters, ({ name, lower, upper, typical }) =>
    Math.min(Math.max(given.get(name) ?? typical, lower), upper),
  );
}

function giveArc(given: Map<string, number>, role: ArcRole, { r, tau }: { r: number; tau: number }): void {
  if (role.kind === 'element') {
    giveArcElement(given, role.element, { r, tau });
    return;
  }
  if (role.resistor !== null) given.set(role.resistor, r);
  giveCapacitor(given, role.capacitor, { r, tau });
}

function giveCapacitor(
  given: Map<string, number>,
  { name, code }: ElementNode,
  { r, tau }: { r: number; tau: number },
): void {
  given.set(code === 'C' ? name : `${name}.Q`, code === 'C' ? tau / r : tau ** ARC_EXPONENT / r);
  given.set(`${name}.n`, ARC_EXPONENT);
}

/** ωτ at the top of the arc, by element; 1 for the symmetric ones. */
const APEX: Readonly<Record<string, number>> = { Ws: 2.54, FLW: 2.54, G: Math.sqrt(3) };

function giveArcElement(
  given: Map<string, number>,
  { name, code }: ElementNode,
  { r, tau }: { r: number; tau: number },
): void {
  if (code === 'TLM') {
    given.set(`${name}.Rion`, r);
    given.set(`${name}.Rct`, r);
    given.set(`${name}.Q`, tau ** ARC_EXPONENT / r);
    given.set(`${name}.n`, ARC_EXPONENT);
    return;
  }
  given.set(`${name}.R`, r);
  given.set(`${name}.tau`, tau * (APEX[code] ?? 1));
  given.set(`${name}.n`, code === 'FLW' ? 0.45 : ARC_EXPONENT);
  given.set(`${name}.a`, ARC_EXPONENT);
  given.set(`${name}.b`, ARC_EXPONENT);
}

/** Reflecting diffusion begins as σ(1 − j)/√ω with σ = R/√(2τ) and bends upwards near the slowest frequency. */
function giveDiffusion(
  given: Map<string, number>,
  { name, code }: ElementNode,
  { sigma, slowest }: { sigma: number; slowest: number },
): void {
  if (code === 'W') {
    given.set(name, sigma);
    return;
  }
  given.set(`${name}.tau`, slowest);
  given.set(`${name}.R`, sigma * Math.sqrt(2 * slowest));
}

function giveBlocker(
  given: Map<string, number>,
  { name, code }: ElementNode,
  { q, r }: { q: number; r: number },
): void {
  given.set(code === 'C' ? name : `${name}.Q`, q);
  given.set(`${name}.n`, BLOCKING_EXPONENT);
  given.set(`${name}.Rion`, r);
}

function vary(
  values: Float64Array,
  parameters: readonly CircuitParameter[],
  random: SeededRandom,
): Float64Array {
  return values.map((value, j) => {
    const { scale = 'linear', lower = value, upper = value } = parameters[j] ?? {};
    const shift = 2 * random.uniform() - 1;
    if (scale === 'log') return Math.min(Math.max(value * 10 ** (SPREAD_DECADES * shift), lower), upper);
    return scale === 'exponent' ? Math.max(lower, Math.min(upper, 0.8 + 0.2 * shift)) : value;
  });
}
