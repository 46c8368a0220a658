/** Our fit of peaks on a line: `what: simulate` gives a window, `what: fit` fits the one that comes with it. */
import { createInterface } from 'node:readline';
import { fitPeaks, type LineParameters, type PeakParameters } from '#core/xrd/fitPeaks.ts';
import { simulatedPeaks } from './simulatedPeaks.ts';

type Request =
  | { readonly what: 'simulate'; readonly points: number; readonly seed: number }
  | {
      readonly what: 'fit';
      readonly twoTheta_deg: readonly number[];
      readonly intensity_counts: readonly number[];
      readonly start: readonly PeakParameters[];
      readonly line: LineParameters;
      readonly repeats: number;
    };

function answerTo(request: Request): object {
  if (request.what === 'simulate') return simulatedPeaks(request.points, request.seed);
  const intensity_counts = Float64Array.from(request.intensity_counts);
  const window = {
    twoTheta_deg: Float64Array.from(request.twoTheta_deg),
    intensity_counts,
    sigma_counts: intensity_counts.map((counts) => Math.sqrt(Math.max(1, counts))),
  };
  const before = performance.now();
  let fit = fitPeaks(window, request.start, request.line);
  for (let i = 1; i < request.repeats; i += 1) fit = fitPeaks(window, request.start, request.line);
  return { ms: (performance.now() - before) / request.repeats, ...fit };
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(answerTo(JSON.parse(line) as Request)));
