/** Identifies simulated patterns among the whole library: reads one request {seed} a line, answers with its times. */
import { createInterface } from 'node:readline';
import { identifyPattern } from '#core/xrd/identify/identifyPattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { simulatedPattern } from '../tests/simulate/diffraction.ts';
import { createRandom } from '../tests/simulate/random.ts';

const radiation = knownRadiation();
const phases = phaseLibrary();

function knownRadiation() {
  const found = radiationOf('CuKa');
  if (!found) throw new Error('no CuKa');
  return found;
}

/** A worker gets a copy of everything with each request. */
function requestOf(seed: number) {
  const { twoTheta_deg, intensity_counts } = simulatedPattern(createRandom(seed));
  const sigma_counts = intensity_counts.map((value) => Math.sqrt(Math.max(1, value)));
  const pattern = { twoTheta_deg, intensity_counts, sigma_counts, radiation };
  return structuredClone({ pattern, phases, radiation, tables: XRAY_TABLES });
}

for await (const line of createInterface({ input: process.stdin })) {
  const { seed } = JSON.parse(line) as { readonly seed: number };
  const request = requestOf(seed);
  const [processor, start] = [process.cpuUsage(), performance.now()];
  const found = identifyPattern(request);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  const crystals = found.phases.length;
  process.stdout.write(`${JSON.stringify({ ms, processor_ms: (user + system) / 1e3, crystals })}\n`);
}
