/** Identifies simulated patterns: reads one request {seed, count} a line, answers one line of results each. */
import { createInterface } from 'node:readline';
import { candidatePhases } from '#core/xrd/identify/candidatePhases.ts';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import { identifyPhases } from '#core/xrd/identify/identifyPhases.ts';
import { phaseEvidence } from '#core/xrd/identify/phaseEvidence.ts';
import { solvePattern } from '#core/xrd/identify/solvePattern.ts';
import { verdictFeatures } from '#core/xrd/identify/verdictProbability.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { simulatedPattern } from '../tests/simulate/diffraction.ts';
import { createRandom } from '../tests/simulate/random.ts';

interface Request {
  readonly seed: number;
  readonly count: number;
  readonly features: boolean;
}

const AMALGAMS = ['LiHg3', 'LiHg', 'Li3Hg'];
const ELEMENTS = ['Li', 'Hg', 'La', 'Ti', 'O', 'C', 'H'];
const radiation = knownRadiation();
const range = { twoThetaMin_deg: 14.5, twoThetaMax_deg: 75.5, tables: XRAY_TABLES };
const candidates = candidatePhases(allowedPhases(phaseLibrary(), ELEMENTS), radiation, range);

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

function judged(seed: number) {
  const { content, pattern } = patternOf(seed);
  const start = performance.now();
  const { phases } = identifyPhases(pattern, candidates);
  const ms = performance.now() - start;
  const verdicts = phases
    .filter(({ id }) => AMALGAMS.includes(id))
    .map(({ id, verdict, probability }) => ({ id, verdict, probability, wt: content.get(id) ?? 0 }));
  return { seed, ms, hasLi3Hg: content.has('Li3Hg'), verdicts };
}

function featuresOf(seed: number) {
  const { content, pattern } = patternOf(seed);
  const fitted = solvePattern(pattern, candidates, { radius_mm: 150 });
  return candidates.crystals.flatMap(({ phase: { id } }, at) => {
    if (!AMALGAMS.includes(id)) return [];
    const evidence = phaseEvidence(fitted, at);
    return [{ id, wt: content.get(id) ?? 0, drawn: evidence.amount > 0, x: verdictFeatures(evidence) }];
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const { seed, count, features } = JSON.parse(line) as Request;
  const seeds = Array.from({ length: count }, (_, i) => seed + i);
  const results = features ? seeds.flatMap(featuresOf) : seeds.map(judged);
  process.stdout.write(`${JSON.stringify(results)}\n`);
}
