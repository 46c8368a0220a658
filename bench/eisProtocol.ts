/** Simulated spectra for the bench of fits, and the protocol of fits without guesses. A request a line, an answer a line. */
import { createInterface } from 'node:readline';
import { runProtocol } from '../tests/core/eis/runProtocol.ts';
import { createRandom } from '../tests/simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../tests/simulate/relaxations.ts';

type Request =
  | { readonly what: 'spectrum'; readonly seed: number; readonly starts: number }
  | { readonly what: 'protocol'; readonly from: number; readonly to: number };

/** Geometric centre of the random starts and the number of decades that they spread over. */
const CENTRES = { R0: 10, R1: 100, 'CPE1.Q': 1e-5, R2: 100, 'CPE2.Q': 1e-3, W1: 10 };
const SPREAD_DECADES = 2;

function simulate({ seed, starts }: { readonly seed: number; readonly starts: number }) {
  const random = createRandom(seed);
  const at = (f: number) => {
    const fast = relaxationImpedance({ r_ohm: 35, tau_s: 3e-4, a: 0.88, b: 1 }, f);
    const slow = relaxationImpedance({ r_ohm: 60, tau_s: 3e-2, a: 0.82, b: 1 }, f);
    const diffusion = 8 / Math.sqrt(2 * Math.PI * f);
    return { re: 4 + fast.re + slow.re + diffusion, im: fast.im + slow.im - diffusion };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 });
  const { frequency_Hz, zRe_ohm, zIm_ohm } = noisySpectrum(at, sweep, { noise: 0.005, random });
  const anyStart = () => ({
    ...Object.fromEntries(
      Object.entries(CENTRES).map(([name, centre]) => [
        name,
        centre * 10 ** (SPREAD_DECADES * (random.uniform() - 0.5)),
      ]),
    ),
    'CPE1.n': 0.6 + 0.4 * random.uniform(),
    'CPE2.n': 0.6 + 0.4 * random.uniform(),
  });
  return {
    spectrum: { frequency_Hz: [...frequency_Hz], zRe_ohm: [...zRe_ohm], zIm_ohm: [...zIm_ohm] },
    start: { R0: 5, R1: 30, 'CPE1.Q': 2e-5, 'CPE1.n': 0.85, R2: 80, 'CPE2.Q': 5e-4, 'CPE2.n': 0.85, W1: 10 },
    starts: Array.from({ length: starts }, anyStart),
  };
}

function answer(request: Request): object {
  if (request.what === 'spectrum') return simulate(request);
  const before = performance.now();
  const outcomes = Array.from({ length: request.to - request.from }, (_, i) => runProtocol(request.from + i));
  const ms = (performance.now() - before) / outcomes.length;
  return { bad: outcomes.filter(({ ratio }) => !(ratio <= 1.01)), total: outcomes.length, ms };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line) as Request)));
}
