/** The registry of circuit elements, in the order of menus. */
import type { CircuitElement, ElementParameter } from '#core/eis/element.ts';
import { blockingLine } from '#core/eis/elements/blockingLine.ts';
import { capacitor } from '#core/eis/elements/capacitor.ts';
import { constantPhase } from '#core/eis/elements/constantPhase.ts';
import { generalisedWarburg } from '#core/eis/elements/generalisedWarburg.ts';
import { gerischer } from '#core/eis/elements/gerischer.ts';
import { havriliakNegami } from '#core/eis/elements/havriliakNegami.ts';
import { inductor } from '#core/eis/elements/inductor.ts';
import { reactingLine } from '#core/eis/elements/reactingLine.ts';
import { reflectiveWarburg } from '#core/eis/elements/reflectiveWarburg.ts';
import { resistor } from '#core/eis/elements/resistor.ts';
import { transmissiveWarburg } from '#core/eis/elements/transmissiveWarburg.ts';
import { warburg } from '#core/eis/elements/warburg.ts';
import { zarc } from '#core/eis/elements/zarc.ts';

export const ELEMENTS: readonly CircuitElement[] = [
  resistor,
  capacitor,
  inductor,
  constantPhase,
  warburg,
  reflectiveWarburg,
  transmissiveWarburg,
  generalisedWarburg,
  gerischer,
  havriliakNegami,
  zarc,
  blockingLine,
  reactingLine,
];

const BY_CODE = new Map(ELEMENTS.map((element) => [element.code, element]));

/** Undefined for a code that is none of ours. */
export function findElement(code: string): CircuitElement | undefined {
  return BY_CODE.get(code);
}

/** Throws for an unknown code: a circuit that was parsed or built here has none. */
export function elementOf(code: string): CircuitElement {
  const element = BY_CODE.get(code);
  if (!element) throw new Error(`no element has the code ${code}`);
  return element;
}

/** `R1` for an element with one parameter, `CPE1.Q` for others. */
export function parameterName(
  elementName: string,
  element: CircuitElement,
  parameter: ElementParameter,
): string {
  return element.parameters.length === 1 ? elementName : `${elementName}.${parameter.symbol}`;
}
