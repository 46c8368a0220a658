/**
 * Our fit beside scipy's, as the bench measures it: a request a line on standard input, an answer a line on standard
 * output. `fit`: from a given start alone. `multi`: from it and our own starts. `choose`: which circuit. `validate`:
 * Kramers-Kronig with automatic order. `drt`: relaxation times with λ by cross-validation.
 */
import { createInterface } from 'node:readline';
import { chooseCircuit } from '#core/eis/chooseCircuit.ts';
import { computeDrt } from '#core/eis/drt.ts';
import type { Drt } from '#core/eis/drtResult.ts';
import { testKramersKronig } from '#core/eis/kramersKronig.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { searchCircuit } from '#core/eis/searchCircuit.ts';

interface Request {
  readonly way: 'fit' | 'multi' | 'choose' | 'validate' | 'drt';
  readonly circuit: string;
  readonly start: Readonly<Record<string, number>>;
  readonly frequency_Hz: readonly number[];
  readonly zRe_ohm: readonly number[];
  readonly zIm_ohm: readonly number[];
  readonly repeats: number;
}

function run({ way, circuit: text, start, frequency_Hz, zRe_ohm, zIm_ohm }: Request) {
  const spectrum = {
    frequency_Hz: Float64Array.from(frequency_Hz),
    zRe_ohm: Float64Array.from(zRe_ohm),
    zIm_ohm: Float64Array.from(zIm_ohm),
  };
  if (way === 'validate') return { chiSquared: testKramersKronig(spectrum)?.chiSquared ?? null };
  if (way === 'drt') return { chiSquared: squared(computeDrt(spectrum)) };
  if (way === 'choose') return { chiSquared: chooseCircuit({ spectrum })?.fit.chiSquared_modulus ?? null };
  const parsed = parseCircuit(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const settings = Object.fromEntries(
    Object.entries(start).map(([name, value]) => [name, { value, fixed: false, lower: null, upper: null }]),
  );
  const circuit = { root: parsed.circuit.root, settings };
  const fit = searchCircuit({ spectrum, circuit, ...(way === 'fit' && { maxStarts: 1 }) });
  return { chiSquared: fit?.search.best.sumOfSquares ?? null };
}

function squared(drt: Drt | null): number | null {
  return drt && [...drt.residualRe, ...drt.residualIm].reduce((sum, value) => sum + value * value, 0);
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  const before = performance.now();
  const { user: userBefore } = process.cpuUsage();
  let answer = run(request);
  for (let i = 1; i < request.repeats; i += 1) answer = run(request);
  const ms = (performance.now() - before) / request.repeats;
  // Waiting for the processor beside other work does not count.
  const cpu_ms = (process.cpuUsage().user - userBefore) / 1000 / request.repeats;
  console.log(JSON.stringify({ ms, cpu_ms, ...answer }));
}
