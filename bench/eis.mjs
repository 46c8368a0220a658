/**
 * node bench/eis.mjs [--rounds 7]
 *
 * Fits of impedance beside scipy's least_squares on vectorised numpy: R0-p(R1,CPE1)-p(R2,CPE2)-W1 on 71 simulated
 * points from the same start, interleaved rounds, median of the ratios; the share of 60 random starts that end at the
 * best χ²; the cold first fit; the automatic choice; Kramers-Kronig and relaxation times on a log-even grid and off it,
 * as a multiple of our own fit's processor time in the same round; and the protocol of 400 spectra fitted without guesses.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { startCommandProcess } from './commandProcess.mjs';
import { median } from './median.mjs';
import { findPeer } from './peers.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-eis');
const CIRCUIT = 'R0-p(R1,CPE1)-p(R2,CPE2)-W1';
const SAME = 1.000001;
const STARTS = 60;
const SEED = 20240920;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const ROUNDS = Number(options.rounds);

await buildBench(OUT, ['eisFit.ts', 'eisProtocol.ts', 'eisBatch.ts', '../src/jobs/nodeWorker.ts']);

const ours = () => startCommandProcess('node', [`${OUT}/eisFit.mjs`]);
const protocol = startCommandProcess('node', [`${OUT}/eisProtocol.mjs`]);
const { spectrum, start, starts } = await protocol.ask({ what: 'spectrum', seed: SEED, starts: STARTS });
const request = { circuit: CIRCUIT, ...spectrum, start, way: 'fit', repeats: 1 };

const cold = ours();
const coldFit = await cold.ask(request);
cold.end();

const scipy = findPeer('scipy');
const peer = scipy && startCommandProcess(scipy.python, [resolve(import.meta.dirname, 'eisFit.py')]);
const mine = ours();
await mine.ask({ ...request, repeats: 300 });
await peer?.ask({ ...request, repeats: 3 });
const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const fit = await mine.ask({ ...request, repeats: 50 });
  rounds.push({ fit, peer: await peer?.ask({ ...request, repeats: 5 }) });
}
console.log(
  `fit from the same start, ${ROUNDS} rounds: ${median(rounds.map(({ fit }) => fit.ms)).toFixed(3)} ms, cold first fit ${coldFit.ms.toFixed(1)} ms`,
);
if (peer) {
  const ratio = median(rounds.map(({ fit, peer: other }) => other.ms / fit.ms));
  const share = rounds[0].fit.chiSquared / rounds[0].peer.chiSquared;
  console.log(
    `scipy ${scipy.version}: ${median(rounds.map(({ peer: other }) => other.ms)).toFixed(2)} ms, ${ratio.toFixed(1)} × slower; our χ² / its χ² = ${share.toFixed(8)}`,
  );
}

const reached = { fit: [], multi: [], scipy: [] };
for (const each of starts) {
  reached.fit.push((await mine.ask({ ...request, start: each })).chiSquared);
  reached.multi.push((await mine.ask({ ...request, start: each, way: 'multi' })).chiSquared);
  if (peer) reached.scipy.push((await peer.ask({ ...request, start: each })).chiSquared);
}
const best = Math.min(...Object.values(reached).flat());
for (const [way, sums] of Object.entries(reached))
  console.log(
    `best χ² from ${sums.filter((sum) => sum <= best * SAME).length} of ${sums.length} random starts (${way})`,
  );

// 1 % off: neighbouring frequencies are no longer in one ratio. The impedances stay, since only time is measured.
const offGrid = { frequency_Hz: spectrum.frequency_Hz.map((f, k) => f * (1 + 0.01 * Math.sin(7 * k))) };
const linear = [
  { name: 'Kramers-Kronig with automatic order', more: { way: 'validate' } },
  { name: 'relaxation times, log-even grid', more: { way: 'drt' } },
  { name: 'relaxation times, 1 % off the grid', more: { way: 'drt', ...offGrid } },
].map((each) => ({ ...each, ms: [], ratios: [] }));
for (let round = -1; round < ROUNDS; round += 1) {
  const fit = await mine.ask({ ...request, repeats: 100 });
  for (const { more, ms, ratios } of linear) {
    const answer = await mine.ask({ ...request, ...more, repeats: 10 });
    if (round < 0) continue;
    ms.push(answer.cpu_ms);
    ratios.push(answer.cpu_ms / fit.cpu_ms);
  }
}
for (const { name, ms, ratios } of linear)
  console.log(
    `${name}: ${median(ms).toFixed(1)} ms of processor time, as long as ${median(ratios).toFixed(0)} fits`,
  );

const choices = [];
for (let round = 0; round < ROUNDS; round += 1)
  choices.push((await mine.ask({ ...request, way: 'choose' })).ms);
console.log(`automatic choice of a circuit: ${median(choices).toFixed(0)} ms`);
mine.end();
peer?.end();

// The first set is the one the start values were worked out on; the others are fresh.
for (const from of [0, 10_000, 50_000]) {
  const { bad, total, ms } = await protocol.ask({ what: 'protocol', from, to: from + 400 });
  console.log(
    `without guesses, seeds from ${from}: ${total - bad.length} of ${total} reach the χ² from the truth within 1 %, ${ms.toFixed(1)} ms each`,
  );
}
protocol.end();

const batch = startCommandProcess('node', [`${OUT}/eisBatch.mjs`]);
const alone = await batch.ask({ workers: 1, spectra: 100 });
const cores = availableParallelism();
const together = cores > 1 ? await batch.ask({ workers: cores, spectra: 100 }) : alone;
batch.end();
const isSame = JSON.stringify(together.chiSquared) === JSON.stringify(alone.chiSquared);
console.log(
  `batch of 100 (Kramers-Kronig, DRT, choice of a circuit): ${alone.ms.toFixed(0)} ms on 1 worker, ${together.ms.toFixed(0)} ms on ${cores}: ${(alone.ms / together.ms).toFixed(2)} × as fast; ${isSame ? 'same' : 'DIFFERENT'} results, ${alone.problems} problems`,
);
