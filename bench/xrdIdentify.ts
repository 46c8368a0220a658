/** Identifies simulated patterns: reads one request {seed, count} a line, answers one line of results each. */
import { createInterface } from 'node:readline';
import { candidatePhases, type Candidates } from '#core/xrd/identify/candidatePhases.ts';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import { identifyPhases } from '#core/xrd/identify/identifyPhases.ts';
import { phaseEvidence } from '#core/xrd/identify/phaseEvidence.ts';
import { solvePattern } from '#core/xrd/identify/solvePattern.ts';
import { verdictFeatures } from '#core/xrd/identify/verdictProbability.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { simulatedPattern } from '../tests/simulate/diffraction.ts';
import { createRandom } from '../tests/simulate/random.ts';

interface Request {
  readonly seed: number;
  readonly count: number;
  /** The evidence as numbers too, for the calibration. */
  readonly features: boolean;
  /** Leaves the phase with the largest share out of the list. */
  readonly withoutMain: boolean;
}

const AMALGAMS = ['LiHg3', 'LiHg', 'Li3Hg'];
const ALIKE = [
  ['LiHg', 'Li3Hg'],
  ['LLTO-cub', 'LLTO-tet', 'LLTO-I4mcm'],
];
const ELEMENTS = ['Li', 'Hg', 'La', 'Ti', 'O', 'C', 'H'];
const radiation = knownRadiation();
const range = { twoThetaMin_deg: 14.5, twoThetaMax_deg: 75.5, tables: XRAY_TABLES };
const phases = allowedPhases(phaseLibrary(), ELEMENTS);

function knownRadiation() {
  const found = radiationOf('CuKa');
  if (!found) throw new Error('no CuKa');
  return found;
}

function patternOf(seed: number) {
  const { content, ...measured } = simulatedPattern(createRandom(seed));
  const sigma_counts = measured.intensity_counts.map((value) => Math.sqrt(Math.max(1, value)));
  return { content, pattern: { ...measured, sigma_counts, radiation } };
}

/** The main phase, and with it what shares its strong lines and would rightly be taken for it. */
function isLeftOut(id: string, content: ReadonlyMap<string, number>): boolean {
  const [main = ''] = [...content].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const alike = ALIKE.find((ids) => ids.includes(main)) ?? [main];
  return alike.includes(id);
}

function judged(seed: number, { features, withoutMain }: Request) {
  const { content, pattern } = patternOf(seed);
  const listed = phases.filter(({ id }) => !withoutMain || !isLeftOut(id, content));
  const candidates = candidatePhases(listed, radiation, range);
  const start = performance.now();
  const all = features ? weighed(pattern, candidates) : verdictsOf(pattern, candidates);
  const ms = performance.now() - start;
  const verdicts = all
    .filter(({ id }) => AMALGAMS.includes(id))
    .map((one) => ({ ...one, wt: content.get(one.id) ?? 0 }));
  return { seed, ms, hasLi3Hg: content.has('Li3Hg'), verdicts };
}

function verdictsOf(pattern: DiffractionPattern, candidates: Candidates) {
  const { phases: found } = identifyPhases(pattern, candidates);
  return found.map(({ id, verdict, probability }) => ({ id, verdict, probability }));
}

function weighed(pattern: DiffractionPattern, candidates: Candidates) {
  const fitted = solvePattern(pattern, candidates, { radius_mm: 150 });
  return candidates.crystals.map(({ phase: { id } }, at) => {
    const evidence = phaseEvidence(fitted, at);
    return { id, isDrawn: evidence.amount > 0, x: verdictFeatures(evidence) };
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  const seeds = Array.from({ length: request.count }, (_, i) => request.seed + i);
  process.stdout.write(`${JSON.stringify(seeds.map((seed) => judged(seed, request)))}\n`);
}
