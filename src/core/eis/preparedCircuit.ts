/**
 * The compiled model of a circuit, kept with its tree: a series of spectra at the same frequencies is fitted with the
 * same circuit over and over, and compiling took a seventh of the time of a fit. What it gives stays the circuit's own
 * as long as nobody asks for other frequencies; its buffers hold the last evaluation of whoever used it.
 */
import type { Circuit, CircuitNode } from '#core/eis/circuit.ts';
import { compileCircuit, type CircuitModel } from '#core/eis/circuitModel.ts';

interface Prepared {
  readonly frequency_Hz: Float64Array;
  readonly model: CircuitModel;
}

/** Trees are never changed, so that a tree stands for its circuit. */
const prepared = new WeakMap<CircuitNode, Prepared>();

export function preparedCircuit({ root }: Pick<Circuit, 'root'>, frequency_Hz: Float64Array): CircuitModel {
  const kept = prepared.get(root);
  if (kept && isSame(kept.frequency_Hz, frequency_Hz)) return kept.model;
  const model = compileCircuit({ root }, frequency_Hz);
  // A copy: the caller's may change.
  prepared.set(root, { frequency_Hz: frequency_Hz.slice(), model });
  return model;
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let k = 0; k < one.length; k += 1) if (one[k] !== other[k]) return false;
  return true;
}
