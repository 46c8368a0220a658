/** A long trace cut down to what a plot shows, as the bench measures it: the pyramid once, then one window after the other. */
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { thinTrace, type Trace } from '#core/numeric/thinTrace.ts';

const POINTS = 1e7;
const COLUMNS = 1000;
/** Windows of these shares of the trace, at this many places each. */
const SHARES = [1, 0.5, 0.1, 0.01];
const PLACES = 50;

/** A simulated voltage: half cycles of 36 000 samples with noise from a small generator of its own. */
function simulated(): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(POINTS);
  const y = new Float64Array(POINTS);
  let state = 12345;
  for (let i = 0; i < POINTS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    x[i] = i * 0.1;
    y[i] = (i % 72_000 < 36_000 ? 0.04 : -0.04) + (state / 2 ** 32 - 0.5) * 0.002;
  }
  return { x, y };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function windowsOf(trace: Trace, share: number) {
  const span = POINTS * 0.1;
  return Array.from({ length: PLACES }, (_, k) => {
    const from = ((k + 0.37) / PLACES) * span * (1 - share);
    return timed(() => thinTrace(trace, { from, to: from + share * span, columns: COLUMNS })).ms;
  });
}

const { x, y } = simulated();
const built = timed(() => minMaxPyramid(y));
const trace: Trace = { x, y, pyramid: built.result, xIsSorted: true };
for (const share of SHARES) windowsOf(trace, share);
const slices = SHARES.map((share) => ({ share, times: windowsOf(trace, share) }));
const result = slices.map(({ share, times }) => ({
  share,
  median_ms: median(times),
  slowest_ms: Math.max(...times),
}));
console.log(JSON.stringify({ points: POINTS, columns: COLUMNS, build_ms: built.ms, slices: result }));
