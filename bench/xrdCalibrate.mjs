/**
 * node bench/xrdCalibrate.mjs [--count 2000] [--seed 100000] [--workers 2]
 *
 * Fits the map from evidence to probability anew and writes src/core/xrd/identify/verdictCoefficients.ts: logistic
 * regression over the amalgams of simulated patterns that the fit gives an amount, drawn towards weights that were set
 * by hand, since the evidence separates nearly all cases and leaves the weights almost free. Measure the result with
 * xrdIdentify.mjs, on other seeds.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildVerdicts, simulatedVerdicts } from './simulatedVerdicts.mjs';

const TARGET = resolve(import.meta.dirname, '../src/core/xrd/identify/verdictCoefficients.ts');
/** Set by hand; in the order of verdictFeatures. */
const BY_HAND = {
  constant: -9,
  loss: 0.9,
  gain: 0.9,
  others: 1.2,
  deficit: -1.2,
  certainty: 0.5,
  prominence: 0.5,
};
/** Standard deviation of the weights about those, the constant's and the others'. */
const SPREAD = { constant: 3, weight: 0.5 };
const ROUNDS = 40;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '2' },
  },
});
const [count, seed] = [Number(options.count), Number(options.seed)];

/** Newton's steps of the penalised likelihood. */
function trained(samples, centre) {
  const n = centre.length;
  const pull = centre.map((_, i) => (i === 0 ? SPREAD.constant : SPREAD.weight) ** -2);
  let w = [...centre];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = w.map((value, i) => [
      ...w.map((_, j) => (i === j ? pull[i] : 0)),
      pull[i] * (centre[i] - value),
    ]);
    for (const { x, wt } of samples) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * w[i], 0)));
      for (let i = 0; i < n; i += 1) {
        for (let j = 0; j < n; j += 1) rows[i][j] += p * (1 - p) * x[i] * x[j];
        rows[i][n] += x[i] * ((wt > 0 ? 1 : 0) - p);
      }
    }
    w = solved(rows).map((step, i) => w[i] + step);
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

await buildVerdicts();
const patterns = await simulatedVerdicts({ seed, count, workers: Number(options.workers), features: true });
const cases = patterns.flatMap(({ verdicts }) => verdicts);
const drawn = cases.filter(({ isDrawn }) => isDrawn);
const rest = cases.filter(({ isDrawn }) => !isDrawn);
const weights = trained(drawn, Object.values(BY_HAND));
const notDrawn = (rest.filter(({ wt }) => wt > 0).length + 1) / (rest.length + 2);
const lines = Object.keys(BY_HAND).map((name, i) => `  ${name}: ${Number(weights[i].toFixed(3))},`);
writeFileSync(
  TARGET,
  `/**
 * Of the map from evidence to probability, see verdictProbability. Written by bench/xrdCalibrate.mjs from the simulated
 * patterns of seeds ${seed} to ${seed + count - 1}: ${drawn.length} amalgams that the fit gave an amount, ${drawn.filter(({ wt }) => wt > 0).length} of them there.
 */
export const VERDICT_COEFFICIENTS = {
${lines.join('\n')}
};

/** Probability of a phase that the fit gives nothing: ${rest.filter(({ wt }) => wt > 0).length} of ${rest.length} were there. */
export const NOT_DRAWN = ${Number(notDrawn.toFixed(4))};
`,
);
console.log(
  `${drawn.length} drawn, ${rest.length} not drawn; coefficients ${weights.map((w) => w.toFixed(3)).join(', ')}`,
);
