import type { Circuit, CircuitNode } from '#core/eis/circuit.ts';
import { elementsOf } from '#core/eis/circuit.ts';

/** What a circuit says and a circuit language has no words for. */
export interface CircuitLoss {
  readonly what: 'value' | 'fixed' | 'lower' | 'upper' | 'label';
  /** Parameter (`CPE1.Q`) or element (`R1`). */
  readonly subject: string;
  readonly detail: string;
}

export interface FormattedCircuit {
  readonly text: string;
  readonly lost: readonly CircuitLoss[];
}

/** `R0-p(R1,CPE1)`; labels, values, limits and what is fixed have no place in it and are listed. */
export function formatImpedancePy({ root, settings }: Circuit): FormattedCircuit {
  const labels = elementsOf(root).filter(({ label }) => label !== '');
  return {
    text: write(root),
    lost: [
      ...labels.map(({ name, label }) => ({ what: 'label' as const, subject: name, detail: label })),
      ...Object.entries(settings).flatMap(([subject, { value, fixed, lower, upper }]) => [
        ...numberLoss('value', subject, value),
        ...(fixed ? [{ what: 'fixed' as const, subject, detail: '' }] : []),
        ...numberLoss('lower', subject, lower),
        ...numberLoss('upper', subject, upper),
      ]),
    ],
  };
}

/** The text alone, for places that show values elsewhere. */
export function circuitText({ root }: Pick<Circuit, 'root'>): string {
  return write(root);
}

function numberLoss(what: 'value' | 'lower' | 'upper', subject: string, value: number | null): CircuitLoss[] {
  return value === null ? [] : [{ what, subject, detail: String(value) }];
}

function write(node: CircuitNode): string {
  if (node.kind === 'element') return node.name;
  const children = node.children.map(write);
  return node.kind === 'series' ? children.join('-') : `p(${children.join(',')})`;
}
