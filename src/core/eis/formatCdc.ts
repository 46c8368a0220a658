import {
  elementsOf,
  type Circuit,
  type CircuitNode,
  type ElementNode,
  type ParameterSetting,
} from '#core/eis/circuit.ts';
import { automaticNames } from '#core/eis/circuitNames.ts';
import { elementOf, parameterName } from '#core/eis/elements.ts';
import type { FormattedCircuit } from '#core/eis/formatImpedancePy.ts';

interface Scope {
  readonly settings: Circuit['settings'];
  readonly withNames: boolean;
}

/**
 * Boukamp's circuit description code with everything the circuit says in braces: nothing is lost. Names that a
 * reader would give by itself are left out.
 */
export function formatCdc({ root, settings }: Circuit): FormattedCircuit {
  const nodes = elementsOf(root);
  const automatic = automaticNames(root);
  const withNames = nodes.some(
    ({ name, label, code }, i) => name !== automatic[i] || mistakableForName(label, code),
  );
  const scope = { settings, withNames };
  const children = root.kind === 'series' ? root.children : [root];
  return { text: children.map((child) => write(child, scope)).join(''), lost: [] };
}

function mistakableForName(label: string, code: string): boolean {
  return new RegExp(`^${code}\\d`).test(label);
}

function write(node: CircuitNode, scope: Scope): string {
  if (node.kind === 'element') return writeElement(node, scope);
  const inner = node.children.map((child) => write(child, scope)).join('');
  return node.kind === 'series' ? `[${inner}]` : `(${inner})`;
}

function writeElement(node: ElementNode, { settings, withNames }: Scope): string {
  const element = elementOf(node.code);
  const parameters = element.parameters.flatMap((parameter) => {
    const setting = settings[parameterName(node.name, element, parameter)];
    return setting ? [`${parameter.symbol}=${writeSetting(setting)}`] : [];
  });
  const label = [withNames ? node.name : '', node.label].filter((part) => part !== '').join(' ');
  const escaped = label.replace(/[{}\\]/g, '\\$&');
  const inner = parameters.join(',') + (escaped === '' ? '' : `:${escaped}`);
  return element.cdc + (inner === '' ? '' : `{${inner}}`);
}

function writeSetting({ value, fixed, lower, upper }: ParameterSetting): string {
  const number = (x: number | null) => (x === null ? '' : String(x));
  const limits =
    upper !== null ? `/${number(lower)}/${number(upper)}` : lower !== null ? `/${number(lower)}` : '';
  return `${number(value)}${fixed ? 'f' : ''}${limits}`;
}
