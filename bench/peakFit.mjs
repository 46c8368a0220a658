/**
 * node bench/peakFit.mjs [--rounds 7]
 *
 * Eight pseudo-Voigts on a line, 4 000 simulated points with counting noise, beside Debian's lmfit with the same start
 * and the same weights, in interleaved rounds: the median of the ratios, both χ², and how far the parameters and their
 * errors are apart, in standard errors.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { startCommandProcess } from './commandProcess.mjs';
import { median } from './median.mjs';
import { findPeer } from './peers.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-peaks');
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const ROUNDS = Number(options.rounds);

await buildBench(OUT, ['peakFit.ts']);
const ours = startCommandProcess('node', [`${OUT}/peakFit.mjs`]);
const window = await ours.ask({ what: 'simulate', points: 4000, seed: 20240920 });
const request = { what: 'fit', ...window };
const found = findPeer('lmfit');
const peer = found && startCommandProcess(found.python, [resolve(import.meta.dirname, 'peakFit.py')]);

await ours.ask({ ...request, repeats: 20 });
await peer?.ask({ ...request, repeats: 1 });
const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const mine = await ours.ask({ ...request, repeats: 10 });
  rounds.push({ mine, theirs: await peer?.ask({ ...request, repeats: 2 }) });
}
ours.end();
peer?.end();

const [{ mine, theirs }] = rounds;
const ms = (side) => median(rounds.map((round) => round[side].ms)).toFixed(2);
console.log(
  `8 pseudo-Voigts and a line on 4000 simulated points, ${ROUNDS} rounds: ${ms('mine')} ms, ${mine.status}, χ² ${mine.chiSquared.toFixed(4)}`,
);
if (theirs) {
  const ratio = median(rounds.map((round) => round.theirs.ms / round.mine.ms));
  console.log(
    `lmfit ${found.version}: ${ms('theirs')} ms, ${ratio.toFixed(1)} × slower (floor 8); our χ² / its χ² = ${(mine.chiSquared / theirs.chiSquared).toFixed(9)}`,
  );
  const apart = theirs.peaks.flatMap((peak, k) =>
    Object.entries(peak).map(([name, [value, error]]) => ({
      value: Math.abs(mine.peaks[k].value[name] - value) / error,
      error: Math.abs(mine.peaks[k].error[name] / error - 1),
    })),
  );
  const most = (field) => Math.max(...apart.map((each) => each[field]));
  console.log(
    `parameters differ by at most ${most('value').toExponential(1)} standard errors, the errors by ${(100 * most('error')).toFixed(2)} %`,
  );
}
