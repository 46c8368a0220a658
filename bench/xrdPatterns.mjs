/**
 * node bench/xrdPatterns.mjs [--rounds 7]
 *
 * Powder patterns of Si, NaCl, LiCoO2 and LiFePO4 from 5 to 120° (Cu Kα1) beside Debian's pymatgen, in interleaved
 * rounds: the median of the ratios. Ours expands the symmetry each time, pymatgen is given all atoms beforehand. Its
 * peaks must be ours: positions within 0.002°, intensities within 0.5 of 100, computed without anomalous terms, which
 * pymatgen leaves out; time is measured with them.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './buildBench.mjs';
import { startCommandProcess } from './commandProcess.mjs';
import { median } from './median.mjs';
import { findPeer } from './peers.mjs';

const OUT = resolve(import.meta.dirname, '../out/bench-patterns');
/** Of 100: peaks below it are only compared where the other has one. */
const WEAKEST = 0.05;
const SAME_ANGLE_deg = 0.002;
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const ROUNDS = Number(options.rounds);

await buildBench(OUT, ['xrdPatterns.ts']);
const ours = startCommandProcess('node', [`${OUT}/xrdPatterns.mjs`]);
const { wavelength_A, structures } = await ours.ask({ what: 'structures' });
const found = findPeer('pymatgen');
const peer = found && startCommandProcess(found.python, [resolve(import.meta.dirname, 'xrdPatterns.py')]);

/** Peaks of one without a peer within 0.002°, and the largest difference of those with one. */
function compare(mine, theirs) {
  const nearest = (angle, peaks) =>
    peaks.reduce((best, peak) => (Math.abs(peak[0] - angle) < Math.abs(best[0] - angle) ? peak : best));
  const pairs = theirs.map((peak) => [peak, nearest(peak[0], mine)]);
  const isSame = ([a, b]) => Math.abs(a[0] - b[0]) <= SAME_ANGLE_deg;
  const lacks = (from, among) =>
    from.filter((peak) => peak[1] > WEAKEST && !isSame([peak, nearest(peak[0], among)])).length;
  const same = pairs.filter(isSame);
  return {
    peaks: same.length,
    'only pymatgen': lacks(theirs, mine),
    'only ours': lacks(mine, theirs),
    'angle apart (°)': Math.max(...same.map(([a, b]) => Math.abs(a[0] - b[0]))).toExponential(1),
    'intensity apart (of 100)': Math.max(...same.map(([a, b]) => Math.abs(a[1] - b[1]))).toFixed(3),
  };
}

const table = [];
for (const structure of structures) {
  const mine = (repeats, plain = false) => ours.ask({ what: 'pattern', id: structure.id, repeats, plain });
  const theirs = (repeats) => peer?.ask({ structure, wavelength_A, repeats });
  await mine(200);
  const plain = await mine(1, true);
  const reference = await theirs(1);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ mine: (await mine(50)).ms, theirs: (await theirs(2))?.ms });
  const row = { phase: structure.id, ms: median(rounds.map((round) => round.mine)).toFixed(3) };
  table.push(
    reference
      ? {
          ...row,
          'pymatgen ms': median(rounds.map((round) => round.theirs)).toFixed(1),
          '× (floor 30)': median(rounds.map((round) => round.theirs / round.mine)).toFixed(0),
          atoms: reference.atoms,
          ...compare(plain.peaks, reference.peaks),
        }
      : row,
  );
}
ours.end();
peer?.end();
console.log(`powder patterns 5–120°, ${ROUNDS} rounds; pymatgen ${found?.version ?? 'missing'}`);
console.table(table);
