import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { searchCircuit } from '#core/eis/searchCircuit.ts';
import type { Circuit } from '#core/eis/circuit.ts';
import { protocolCase, type ProtocolCase } from '../../simulate/fitProtocol.ts';

export interface ProtocolOutcome {
  readonly seed: number;
  readonly circuit: string;
  /** Sum of squares without guesses over the one from the truth. */
  readonly ratio: number;
  readonly starts: number;
}

export function circuitOf(text: string): Circuit {
  const outcome = parseCircuit(text);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.circuit;
}

/** The circuit with all its parameters started at the given values. */
export function withStart({ root }: Circuit, values: Readonly<Record<string, number>>): Circuit {
  const settings = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, fixed: false, lower: null, upper: null }]),
  );
  return { root, settings };
}

export function runProtocol(seed: number): ProtocolOutcome {
  const { circuit: text, truth, spectrum }: ProtocolCase = protocolCase(seed);
  const circuit = circuitOf(text);
  const informed = searchCircuit({ spectrum, circuit: withStart(circuit, truth), maxStarts: 1 });
  const free = searchCircuit({ spectrum, circuit });
  if (!informed || !free) throw new Error('too few points');
  return {
    seed,
    circuit: text,
    ratio: free.search.best.sumOfSquares / informed.search.best.sumOfSquares,
    starts: free.search.starts,
  };
}
