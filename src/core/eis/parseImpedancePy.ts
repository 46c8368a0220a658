/**
 * Reads circuits in the style of impedance.py: `R0-p(R1,CPE1)-p(R2-Wo1,CPE2)`.
 *
 * "-" joins in series, `p(,)` in parallel; an element is its code and a number (also written `R_1`), the number may be
 * left out. Codes are this program's; of impedance.py's own the ones that mean the same are taken: `Zarc`, and `K`,
 * which is a ZARC with n held at 1.
 */
import type { CircuitNode, ElementNode, ParameterSetting } from '#core/eis/circuit.ts';
import { readCircuitText, type CircuitOutcome, type CircuitReader } from '#core/eis/circuitText.ts';
import { ELEMENTS, findElement } from '#core/eis/elements.ts';
import { foreignElementReason } from '#core/text/circuitWords.ts';

const HELD_AT_ONE: ParameterSetting = { value: 1, fixed: true, lower: null, upper: null };

export function parseImpedancePy(text: string): CircuitOutcome {
  return readCircuitText(text, (reader) => {
    const root = readSeries(reader);
    if (reader.peek() !== '') reader.failSyntax('"-" or the end');
    return root;
  });
}

function readSeries(reader: CircuitReader): CircuitNode {
  const children = [readItem(reader)];
  while (reader.take('-')) children.push(readItem(reader));
  return { kind: 'series', children };
}

function readItem(reader: CircuitReader): CircuitNode {
  reader.peek();
  return reader.match(/p\s*\(/) ? reader.nested(() => readParallel(reader)) : readElement(reader);
}

function readParallel(reader: CircuitReader): CircuitNode {
  const children = [readSeries(reader)];
  reader.peek();
  if (reader.text.charAt(reader.at) !== ',') reader.failSyntax('"," and a second branch');
  while (reader.take(',')) children.push(readSeries(reader));
  if (!reader.take(')')) reader.failSyntax('"-", "," or ")"');
  return { kind: 'parallel', children };
}

function readElement(reader: CircuitReader): ElementNode {
  const start = reader.at;
  const found = reader.match(/([A-Za-z]+)(?:_?(\d{1,6}))?/);
  if (!found) return reader.failSyntax('an element such as R1 or p(');
  const [, written = '', number = ''] = found;
  const known = knownCode(written);
  if (known === null) {
    const codes = ELEMENTS.map(({ code }) => code);
    const reason = foreignElementReason('impedance.py', written, codes);
    return reader.fail({ code: 'circuit-element', position: start + 1, element: written, reason });
  }
  const kinetic = written === 'K';
  return reader.element(
    {
      code: known,
      name: number === '' ? '' : `${known}${Number(number)}`,
      label: '',
      settings: kinetic ? { n: HELD_AT_ONE } : {},
      note: kinetic ? 'kinetic-element' : null,
    },
    start,
  );
}

function knownCode(written: string): string | null {
  if (written === 'K' || written === 'Zarc') return 'ZARC';
  return findElement(written)?.code ?? null;
}
