/**
 * node bench/xrdIdentify.mjs [--count 4000] [--seed 500000] [--train]
 *
 * Identifies simulated patterns of lithium amalgams (tests/simulate/diffraction.ts) among the phases of Li, Hg, La, Ti,
 * O, C, H: how many amalgams above 5 wt% are named rightly, how often one is called present that is not there, and how
 * far the probabilities are from what they say. LiHg beside Li3Hg counts as right when undecided. With --train it
 * prints coefficients of the probability map instead (logistic regression); train and measure on separate seeds.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { startCommandProcess } from './commandProcess.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-xrd');
const BATCH = 25;
const BINS = 10;
const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '500000' },
    train: { type: 'boolean', default: false },
  },
});
const [COUNT, SEED] = [Number(options.count), Number(options.seed)];

await buildBench(OUT, ['xrdIdentify.ts']);

async function results() {
  const batches = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_, i) => SEED + i * BATCH);
  const all = [];
  const work = async () => {
    const worker = startCommandProcess('node', [`${OUT}/xrdIdentify.mjs`]);
    for (let seed = batches.shift(); seed !== undefined; seed = batches.shift()) {
      const count = Math.min(BATCH, SEED + COUNT - seed);
      all.push(...(await worker.ask({ seed, count, features: options.train })));
    }
    worker.end();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return all;
}

const share = (part, whole) => `${part} of ${whole}, ${((100 * part) / whole).toFixed(2)} %`;

function isRight({ id, verdict, wt }, { hasLi3Hg }) {
  return verdict === 'present' || (id === 'LiHg' && hasLi3Hg && wt > 0 && verdict === 'undecided');
}

function printMeasures(patterns) {
  const cases = patterns.flatMap((pattern) => pattern.verdicts.map((one) => ({ ...one, pattern })));
  for (const id of ['LiHg3', 'LiHg', 'Li3Hg']) {
    const there = cases.filter((one) => one.id === id && one.wt > 5);
    const right = there.filter((one) => isRight(one, one.pattern)).length;
    const wrong = cases.filter((one) => one.id === id && one.wt === 0);
    const called = wrong.filter(({ verdict }) => verdict === 'present').length;
    console.log(
      `${id}: named rightly ${share(right, there.length)}; false present ${share(called, wrong.length)}`,
    );
  }
  const there = cases.filter(({ wt }) => wt > 5);
  const absent = cases.filter(({ wt }) => wt === 0);
  const right = there.filter((one) => isRight(one, one.pattern)).length;
  console.log(`named rightly above 5 wt%: ${share(right, there.length)} (wanted: 97 %)`);
  const called = absent.filter(({ verdict }) => verdict === 'present').length;
  console.log(`false present: ${share(called, absent.length)} (wanted: at most 1 %)`);
  printCalibration(cases);
  const times = patterns.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(`${patterns.length} patterns, median ${times[times.length >> 1].toFixed(0)} ms each`);
}

function printCalibration(cases) {
  let error = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const own = cases.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    if (own.length === 0) continue;
    const said = own.reduce((sum, { probability }) => sum + probability, 0) / own.length;
    const there = own.filter(({ wt }) => wt > 0).length / own.length;
    error += (own.length / cases.length) * Math.abs(said - there);
    const limit = 0.05 + 2 * Math.sqrt((said * (1 - said)) / own.length);
    const note =
      own.length >= 100 && Math.abs(said - there) > limit ? '  beyond 5 points + 2 standard errors' : '';
    console.log(
      `  ${bin / BINS}-${(bin + 1) / BINS}: ${own.length} said ${said.toFixed(3)} there ${there.toFixed(3)}${note}`,
    );
  }
  console.log(`expected calibration error: ${error.toFixed(4)} (wanted: at most 0.05)`);
}

/** Newton's steps with a small ridge. */
function trained(samples) {
  const n = samples[0].x.length;
  let w = new Array(n).fill(0);
  for (let round = 0; round < 60; round += 1) {
    const gram = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n + 1 }, (_cell, j) => (i === j ? 0.5 : 0)),
    );
    for (let i = 0; i < n; i += 1) gram[i][n] = -0.5 * w[i];
    for (const { x, wt } of samples) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * w[i], 0)));
      for (let i = 0; i < n; i += 1) {
        for (let j = 0; j < n; j += 1) gram[i][j] += p * (1 - p) * x[i] * x[j];
        gram[i][n] += x[i] * ((wt > 0 ? 1 : 0) - p);
      }
    }
    w = solved(gram).map((step, i) => w[i] + step);
  }
  return w;
}

function solved(rows) {
  const n = rows.length;
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < n; k += 1) {
      if (k === i) continue;
      const factor = rows[k][i] / rows[i][i];
      for (let j = i; j <= n; j += 1) rows[k][j] -= factor * rows[i][j];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

const all = await results();
if (options.train) {
  const drawn = all.filter((one) => one.drawn);
  const rest = all.filter((one) => !one.drawn);
  console.log(
    `${drawn.length} drawn, coefficients ${trained(drawn)
      .map((value) => value.toFixed(3))
      .join(', ')}`,
  );
  console.log(`not drawn: there in ${share(rest.filter(({ wt }) => wt > 0).length, rest.length)}`);
} else {
  printMeasures(all);
}
