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

/** As many circuits as a choice of a circuit tries, and their variants. */
const KEPT = 64;
const kept = new Map<string, CircuitOutcome>();

/**
 * A circuit in either language. The same text gives the same tree, as long as it is kept, so that what was made ready
 * for the tree is found again.
 */
export function parseCircuit(text: string): CircuitOutcome {
  const known = kept.get(text);
  if (known) return known;
  const outcome = circuitLanguage(text) === 'cdc' ? parseCdc(text) : parseImpedancePy(text);
  if (kept.size >= KEPT) kept.clear();
  if (outcome.ok) kept.set(text, outcome);
  return outcome;
}
