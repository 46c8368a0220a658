/** Z of a circuit at its start values, between the frequencies of a spectrum. */
import type { Circuit } from '#core/eis/circuit.ts';
import { compileCircuit } from '#core/eis/circuitModel.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { startValue } from './circuitDraft.ts';

/** So that a curve is round where points are far apart. */
const POINTS_PER_DECADE = 24;

function denseFrequencies(frequency_Hz: Float64Array): Float64Array {
  const [low, high] = [
    frequency_Hz.reduce((a, b) => Math.min(a, b)),
    frequency_Hz.reduce((a, b) => Math.max(a, b)),
  ];
  const decades = Math.log10(high / low);
  const count = Math.max(2, Math.ceil(decades * POINTS_PER_DECADE) + 1);
  return Float64Array.from({ length: count }, (_, k) => high * (low / high) ** (k / (count - 1)));
}

function curveOf(circuit: Circuit, values: Float64Array, frequency_Hz: Float64Array): Spectrum {
  const { re, im } = compileCircuit(circuit, frequency_Hz).evaluate(values, false);
  // The model's buffers are its own.
  return { frequency_Hz, zRe_ohm: re.slice(), zIm_ohm: im.slice() };
}

export function startCurve(circuit: Circuit, measured: Spectrum): Spectrum {
  const frequency_Hz = denseFrequencies(measured.frequency_Hz);
  const { parameters } = compileCircuit(circuit, frequency_Hz);
  return curveOf(
    circuit,
    Float64Array.from(parameters, (one) => startValue(circuit, one)),
    frequency_Hz,
  );
}

/** Null when the circuit of the fit can no longer be read. */
export function fittedCurve(fit: FitResult, measured: Spectrum): Spectrum | null {
  const outcome = parseCircuit(fit.circuit);
  if (!outcome.ok) return null;
  const frequency_Hz = denseFrequencies(measured.frequency_Hz);
  const { parameters } = compileCircuit(outcome.circuit, frequency_Hz);
  const values = new Map(fit.parameters.map(({ name, value }) => [name, value]));
  const inOrder = Float64Array.from(parameters, ({ name, typical }) => values.get(name) ?? typical);
  return curveOf(outcome.circuit, inOrder, frequency_Hz);
}

/** (Z − Z of the circuit)/|Z| at the measured frequencies, with the start values. */
export function circuitResiduals(circuit: Circuit, measured: Spectrum) {
  const model = compileCircuit(circuit, measured.frequency_Hz);
  const values = Float64Array.from(model.parameters, (one) => startValue(circuit, one));
  const { re, im } = model.evaluate(values, false);
  const { zRe_ohm, zIm_ohm } = measured;
  const modulus = zRe_ohm.map((z, k) => Math.hypot(z, zIm_ohm[k] ?? NaN));
  return {
    residualRe: zRe_ohm.map((z, k) => (z - (re[k] ?? NaN)) / (modulus[k] ?? NaN)),
    residualIm: zIm_ohm.map((z, k) => (z - (im[k] ?? NaN)) / (modulus[k] ?? NaN)),
  };
}
