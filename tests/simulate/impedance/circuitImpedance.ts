/** Circuits of elements, by Kirchhoff's rules on complex numbers; nothing clever. */
import { add, divide, real, type Complex } from './complex.ts';
import { elementImpedance } from './elementImpedance.ts';

export type SimulatedCircuit =
  | { readonly code: string; readonly values: readonly number[] }
  | { readonly series: readonly SimulatedCircuit[] }
  | { readonly parallel: readonly SimulatedCircuit[] };

export function circuitImpedance(circuit: SimulatedCircuit, frequency_Hz: number): Complex {
  const zero = real(0);
  if ('series' in circuit) {
    return circuit.series.map((part) => circuitImpedance(part, frequency_Hz)).reduce(add, zero);
  }
  if ('parallel' in circuit) {
    const admittances = circuit.parallel.map((part) => divide(real(1), circuitImpedance(part, frequency_Hz)));
    return divide(real(1), admittances.reduce(add, zero));
  }
  return elementImpedance(circuit.code, circuit.values, frequency_Hz);
}
