/**
 * The cycling summary beside the import of the same file, in one warm process: `node cyclingSummary.mjs FILE ROUNDS`
 * prints both in ms for each round. Every round imports anew, so that neither finds what the other has cached.
 */
import { NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { importPath } from '#jobs/importPath.ts';

const [path = '', rounds = '5'] = process.argv.slice(2);
const OPTIONS = { area_cm2: 1, mass_mg: null, setCurrent_A: null, cellFacts: NO_CELL_FACTS };

async function measure() {
  const started = performance.now();
  const outcome = await importPath({ path });
  const imported = performance.now();
  const dataset = outcome.ok ? outcome.datasets.find(({ kind }) => kind === 'cycling') : undefined;
  if (!dataset) throw new Error('the simulated export has no cycling run');
  const summarised = summariseCycling(dataset, OPTIONS);
  const ended = performance.now();
  if (!summarised.ok) throw new Error(summarised.problem.code);
  return {
    import_ms: imported - started,
    summary_ms: ended - imported,
    rows: dataset.rows,
    halfCycles: summarised.summary.halfCycles.length,
  };
}

// The first round warms the code up.
await measure();
const measured = [];
for (let round = 0; round < Number(rounds); round += 1) measured.push(await measure());
console.log(JSON.stringify(measured));
