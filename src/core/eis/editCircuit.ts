/**
 * Changes of a circuit, each giving a new one in normal form. An element keeps its name and what is set of its
 * parameters through every change; new elements take the lowest free number of their kind, from 1.
 */
import {
  elementsOf,
  type Circuit,
  type CircuitNode,
  type ElementNode,
  type GroupNode,
  type ParameterSetting,
} from '#core/eis/circuit.ts';
import { freeName, mapElements } from '#core/eis/circuitNames.ts';
import { normalForm } from '#core/eis/circuitNormalForm.ts';
import { elementOf, parameterName } from '#core/eis/elements.ts';

/** Puts a new element behind the named one. */
export function addInSeries(circuit: Circuit, beside: string, code: string): Circuit {
  return addBeside(circuit, { beside, code, kind: 'series' });
}

/** Puts a new element beside the named one. */
export function addInParallel(circuit: Circuit, beside: string, code: string): Circuit {
  return addBeside(circuit, { beside, code, kind: 'parallel' });
}

interface Addition {
  readonly beside: string;
  readonly code: string;
  readonly kind: GroupNode['kind'];
}

function addBeside(circuit: Circuit, { beside, code, kind }: Addition): Circuit {
  const added = newElement(circuit, code);
  const root = replaceElement(circuit.root, beside, (node) => ({ kind, children: [node, added] }));
  return { ...circuit, root: normalForm(root) ?? root };
}

/** Takes an element out; the last one stays, because a circuit has at least one. */
export function removeElement(circuit: Circuit, name: string): Circuit {
  const root = normalForm(replaceElement(circuit.root, name, () => ({ kind: 'series', children: [] })));
  return root ? { root, settings: settingsOf(root, circuit) } : circuit;
}

/** Makes the named element one of another kind; settings of parameters with the same symbol and unit stay. */
export function changeElement(circuit: Circuit, name: string, code: string): Circuit {
  const old = elementsOf(circuit.root).find((node) => node.name === name);
  if (!old || old.code === code) return circuit;
  const changed = { ...newElement(circuit, code), label: old.label };
  const root = replaceElement(circuit.root, name, () => changed);
  const carried = carriedSettings(circuit, old, changed);
  return { root, settings: { ...settingsOf(root, circuit), ...carried } };
}

function carriedSettings(circuit: Circuit, old: ElementNode, changed: ElementNode): Circuit['settings'] {
  const from = elementOf(old.code);
  const to = elementOf(changed.code);
  const carried = to.parameters.flatMap((parameter) => {
    const same = from.parameters.find(
      ({ symbol, unit }) => symbol === parameter.symbol && unit === parameter.unit,
    );
    const setting = same && circuit.settings[parameterName(old.name, from, same)];
    return setting ? [[parameterName(changed.name, to, parameter), setting] as const] : [];
  });
  return Object.fromEntries(carried);
}

/** Says something of one parameter; null forgets what was said. */
export function setParameter(
  circuit: Circuit,
  name: string,
  setting: Partial<ParameterSetting> | null,
): Circuit {
  const { [name]: before, ...others } = circuit.settings;
  if (!setting) return { ...circuit, settings: others };
  const nothing: ParameterSetting = { value: null, fixed: false, lower: null, upper: null };
  return { ...circuit, settings: { ...circuit.settings, [name]: { ...nothing, ...before, ...setting } } };
}

/** Says what an element stands for. */
export function labelElement(circuit: Circuit, name: string, label: string): Circuit {
  const root = mapElements(circuit.root, (node) =>
    node.name === name ? { ...node, label: label.trim() } : node,
  );
  return { ...circuit, root };
}

/** Numbers the elements as a text without numbers would be, and moves their settings along. */
export function renumber(circuit: Circuit, names: readonly string[]): Circuit {
  const before = elementsOf(circuit.root);
  let next = 0;
  const root = mapElements(circuit.root, (node) => ({ ...node, name: names[next++] ?? node.name }));
  const after = elementsOf(root);
  const settings = after.flatMap((node, i) => {
    const element = elementOf(node.code);
    return element.parameters.flatMap((parameter) => {
      const setting = circuit.settings[parameterName(before[i]?.name ?? '', element, parameter)];
      return setting ? [[parameterName(node.name, element, parameter), setting] as const] : [];
    });
  });
  return { root, settings: Object.fromEntries(settings) };
}

function newElement({ root }: Circuit, code: string): ElementNode {
  const taken = new Set(elementsOf(root).map(({ name }) => name));
  return { kind: 'element', code: elementOf(code).code, name: freeName(code, taken, 1), label: '' };
}

/** What is set of the elements that are still there. */
function settingsOf(root: CircuitNode, { settings }: Circuit): Circuit['settings'] {
  const names = elementsOf(root).flatMap((node) => {
    const element = elementOf(node.code);
    return element.parameters.map((parameter) => parameterName(node.name, element, parameter));
  });
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
}

function replaceElement(
  node: CircuitNode,
  name: string,
  change: (element: ElementNode) => CircuitNode,
): CircuitNode {
  if (node.kind === 'element') return node.name === name ? change(node) : node;
  return { kind: node.kind, children: node.children.map((child) => replaceElement(child, name, change)) };
}
