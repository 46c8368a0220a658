/**
 * node bench/xrdIdentify.mjs [--count 4000] [--seed 500000] [--workers 2]
 *
 * Identifies simulated patterns of lithium amalgams (tests/simulate/diffraction.ts) among the phases of Li, Hg, La, Ti,
 * O, C, H: how many amalgams above 5 wt% are named rightly, how often one is called present that is not there, and how
 * far the probabilities are from what they say. LiHg beside Li3Hg counts as right when undecided. A tenth as many
 * patterns are identified once more without their main phase in the list. The seeds must not be those of
 * xrdCalibrate.mjs. Ends with 1 when a bound is missed.
 */
import { parseArgs } from 'node:util';
import { buildVerdicts, share, simulatedVerdicts } from './simulatedVerdicts.mjs';

const BINS = 10;
const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '500000' },
    workers: { type: 'string', default: '2' },
  },
});
const [COUNT, SEED] = [Number(options.count), Number(options.seed)];

function isRight({ id, verdict, wt }, { hasLi3Hg }) {
  return verdict === 'present' || (id === 'LiHg' && hasLi3Hg && wt > 0 && verdict === 'undecided');
}

const casesOf = (patterns) =>
  patterns.flatMap((pattern) => pattern.verdicts.map((one) => ({ ...one, pattern })));

function namedRightly(cases) {
  const there = cases.filter(({ wt }) => wt > 5);
  return [there.filter((one) => isRight(one, one.pattern)).length, there.length];
}

function falselyPresent(cases) {
  const absent = cases.filter(({ wt }) => wt === 0);
  return [absent.filter(({ verdict }) => verdict === 'present').length, absent.length];
}

/** Prints a measure and says whether it holds. */
function bounded(text, holds) {
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${text}`);
  return holds;
}

function measured(patterns) {
  const cases = casesOf(patterns);
  for (const id of ['LiHg3', 'LiHg', 'Li3Hg']) {
    const own = cases.filter((one) => one.id === id);
    console.log(
      `        ${id}: named rightly ${share(...namedRightly(own))}; false present ${share(...falselyPresent(own))}`,
    );
  }
  const [right, there] = namedRightly(cases);
  const [called, absent] = falselyPresent(cases);
  return [
    bounded(`named rightly above 5 wt%: ${share(right, there)} (at least 97 %)`, right / there >= 0.97),
    bounded(`false present: ${share(called, absent)} (at most 1 %)`, called / absent <= 0.01),
    ...calibrated(cases),
  ];
}

function calibrated(cases) {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    cases.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin),
  );
  let error = 0;
  const areClose = bins.map((own, bin) => {
    if (own.length === 0) return true;
    const said = own.reduce((sum, { probability }) => sum + probability, 0) / own.length;
    const there = own.filter(({ wt }) => wt > 0).length / own.length;
    const offset = there - said;
    error += (own.length / cases.length) * Math.abs(offset);
    const limit = 0.05 + 2 * Math.sqrt((said * (1 - said)) / own.length);
    const isFew = own.length < 100;
    const text = `probability ${bin / BINS} to ${(bin + 1) / BINS}: ${own.length} said ${said.toFixed(4)}, there ${there.toFixed(4)}, offset ${(100 * offset).toFixed(2)} points (at most ${(100 * limit).toFixed(2)})`;
    if (isFew) console.log(`        ${text}; too few to judge`);
    return isFew || bounded(text, Math.abs(offset) <= limit);
  });
  return [
    ...areClose,
    bounded(`expected calibration error: ${error.toFixed(4)} (at most 0.05)`, error <= 0.05),
  ];
}

await buildVerdicts();
const workers = Number(options.workers);
const patterns = await simulatedVerdicts({ seed: SEED, count: COUNT, workers });
console.log(`${COUNT} simulated patterns, seeds ${SEED} to ${SEED + COUNT - 1}`);
const bounds = measured(patterns);
const few = Math.ceil(COUNT / 10);
const without = casesOf(
  await simulatedVerdicts({ seed: SEED, count: few, workers, withoutMain: true }),
).filter((one) => one.wt === 0);
console.log(
  `        main phase not in the list, first ${few} seeds: false present ${share(...falselyPresent(without))}`,
);
const times = patterns.map(({ ms }) => ms).sort((a, b) => a - b);
console.log(
  `        median ${times[times.length >> 1].toFixed(0)} ms a pattern, longest ${times.at(-1).toFixed(0)} ms`,
);
process.exitCode = bounds.every(Boolean) ? 0 : 1;
