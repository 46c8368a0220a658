import type { CircuitOutcome } from '#core/eis/circuitText.ts';
import { findElement } from '#core/eis/elements.ts';
import { parseCdc } from '#core/eis/parseCdc.ts';
import { parseImpedancePy } from '#core/eis/parseImpedancePy.ts';

export type CircuitLanguage = 'impedance.py' | 'cdc';

/** Digits, commas, minus signs and "p(" outside braces occur in impedance.py's style only. */
export function circuitLanguage(text: string): CircuitLanguage {
  const outside = text.replace(/\{(?:\\[^]|[^}\\])*\}?/g, '');
  const isCode = findElement(outside.trim()) !== undefined && !text.includes('{');
  return isCode || /[\d,_-]|p\s*\(/.test(outside) ? 'impedance.py' : 'cdc';
}

/** A circuit in either language. */
export function parseCircuit(text: string): CircuitOutcome {
  return circuitLanguage(text) === 'cdc' ? parseCdc(text) : parseImpedancePy(text);
}
