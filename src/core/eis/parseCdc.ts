/**
 * Reads Boukamp's circuit description code: `R(Q[RW])`, `(…)` in parallel, `[…]` in series.
 *
 * Behind an element `{R=100/50/200f:ct}` may give start value, lower and upper limit of each parameter (an empty or
 * infinite limit = none, `150%` = of the value; `f` behind the value: fixed) and a label. A label that begins with a name
 * (`R1`, `CPE2 SEI`) names the element. Parameters carry this program's symbols; `Y` is taken for the Q of a constant
 * phase element, and for a Warburg element as 1/(sigma √2).
 *
 * Boukamp's own program writes a series inside a parallel with round brackets as well, and newer ones with square
 * ones. `((` would therefore mean different circuits to different readers: it is refused.
 */
import type { CircuitNode, ElementNode, ParameterSetting } from '#core/eis/circuit.ts';
import {
  readCircuitText,
  type CircuitOutcome,
  type CircuitReader,
  type ElementText,
} from '#core/eis/circuitText.ts';
import type { CircuitElement } from '#core/eis/element.ts';
import { ELEMENTS } from '#core/eis/elements.ts';
import { circuitReasons, foreignElementReason } from '#core/text/circuitWords.ts';

const BY_LETTERS = new Map(ELEMENTS.map((element) => [element.cdc, element]));
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/;

export function parseCdc(text: string): CircuitOutcome {
  return readCircuitText(text, (reader) => {
    const children = readItems(reader);
    if (reader.peek() !== '') reader.failSyntax('an element, "(" or "["');
    if (children.length === 0) reader.failSyntax('an element, "(" or "["');
    return { kind: 'series', children };
  });
}

function readItems(reader: CircuitReader): CircuitNode[] {
  const children: CircuitNode[] = [];
  for (;;) {
    const ahead = reader.peek();
    if (ahead === '(' || ahead === '[') children.push(reader.nested(() => readGroup(reader)));
    else if (/[A-Za-z]/.test(ahead)) children.push(readElement(reader));
    else return children;
  }
}

function readGroup(reader: CircuitReader): CircuitNode {
  const start = reader.at;
  const parallel = reader.take('(');
  if (!parallel) reader.expect('[');
  if (parallel && reader.peek() === '(') refuseDouble(reader);
  const children = readItems(reader);
  if (!reader.take(parallel ? ')' : ']'))
    reader.failSyntax(parallel ? 'an element or ")"' : 'an element or "]"');
  if (parallel && children.length < 2) {
    reader.fail({ code: 'circuit-brackets', position: start + 1, reason: circuitReasons.oneBranch() });
  }
  const inner = children.find((child) => parallel && child.kind === 'parallel');
  if (inner)
    reader.fail({ code: 'circuit-brackets', position: start + 1, reason: circuitReasons.doubleRound() });
  return { kind: parallel ? 'parallel' : 'series', children };
}

function refuseDouble(reader: CircuitReader): never {
  return reader.fail({
    code: 'circuit-brackets',
    position: reader.at + 1,
    reason: circuitReasons.doubleRound(),
  });
}

function readElement(reader: CircuitReader): ElementNode {
  const start = reader.at;
  const letters = reader.match(/[A-Za-z][a-z]*/)?.[0] ?? '';
  const element = BY_LETTERS.get(letters);
  if (!element) {
    const reason = foreignElementReason('CDC', letters, [...BY_LETTERS.keys()]);
    return reader.fail({ code: 'circuit-element', position: start + 1, element: letters, reason });
  }
  const nothing: ElementText = { code: element.code, name: '', label: '', settings: {}, note: null };
  return reader.element(reader.take('{') ? readBraces(reader, element) : nothing, start);
}

function readBraces(reader: CircuitReader, element: CircuitElement): ElementText {
  const first = reader.at;
  const settings: Record<string, ParameterSetting> = {};
  let asAdmittance = false;
  while (!/[:}]/.test(reader.peek())) {
    const start = reader.at;
    const { symbol, setting, converted } = readParameter(reader, element);
    if (settings[symbol]) {
      reader.at = start;
      reader.failSyntax(circuitReasons.anotherParameter(symbol));
    }
    settings[symbol] = setting;
    asAdmittance ||= converted;
    if (!reader.take(',')) break;
  }
  refuseJointExponents(reader, element, { settings, position: first + 1 });
  const label = reader.take(':') ? readLabel(reader) : '';
  reader.expect('}');
  return {
    code: element.code,
    ...nameAndLabel(label, element.code),
    settings,
    note: asAdmittance ? 'warburg-admittance' : null,
  };
}

function refuseJointExponents(
  reader: CircuitReader,
  { jointExponents }: CircuitElement,
  { settings, position }: { readonly settings: ElementText['settings']; readonly position: number },
): void {
  if (!jointExponents) return;
  const [first, second] = jointExponents;
  const product = (settings[first]?.value ?? NaN) * (settings[second]?.value ?? NaN);
  if (product > 1) reader.fail({ code: 'circuit-product', position, first, second, product });
}

/** `{`, `}` and `\` in a label have a `\` before them. */
function readLabel(reader: CircuitReader): string {
  const written = reader.match(/(?:\\[^]|[^{}\\])*/)?.[0] ?? '';
  return written.replace(/\\([^])/g, '$1').trim();
}

function nameAndLabel(text: string, code: string): { readonly name: string; readonly label: string } {
  const [, letters, number = '', label = ''] = /^([A-Za-z]+)(\d{1,6})(?:\s+([^]*))?$/.exec(text) ?? [];
  return letters === code ? { name: `${code}${Number(number)}`, label } : { name: '', label: text };
}

function readParameter(reader: CircuitReader, element: CircuitElement) {
  reader.peek();
  const start = reader.at;
  const written = reader.match(/[A-Za-z]\w*/)?.[0];
  if (written === undefined) return reader.failSyntax('a parameter, ":" or "}"');
  const symbol = written === 'Y' && element.code === 'CPE' ? 'Q' : written;
  const converted = written === 'Y' && element.code === 'W';
  if (!converted && !element.parameters.some((parameter) => parameter.symbol === symbol)) {
    return reader.fail({
      code: 'circuit-parameter',
      position: start + 1,
      element: element.cdc,
      parameter: written,
      known: element.parameters.map((parameter) => parameter.symbol).join(', '),
    });
  }
  reader.expect('=');
  const setting = readSetting(reader);
  return converted
    ? { symbol: 'sigma', setting: fromAdmittance(setting), converted }
    : { symbol, setting, converted };
}

function readSetting(reader: CircuitReader): ParameterSetting {
  reader.peek();
  const start = reader.at;
  const value = readNumber(reader);
  const fixed = reader.take('f') || reader.take('F');
  const lower = reader.take('/') ? readLimit(reader, value) : null;
  const upper = reader.take('/') ? readLimit(reader, value) : null;
  if (lower !== null && upper !== null && !(lower < upper)) {
    reader.fail({ code: 'circuit-limits', position: start + 1, lower, upper });
  }
  return { value, fixed, lower, upper };
}

function readNumber(reader: CircuitReader): number | null {
  reader.peek();
  const start = reader.at;
  const written = reader.match(NUMBER)?.[0];
  if (written === undefined) return null;
  if (!Number.isFinite(Number(written))) {
    reader.at = start;
    reader.failSyntax('a finite number');
  }
  return Number(written);
}

function readLimit(reader: CircuitReader, value: number | null): number | null {
  reader.peek();
  if (reader.match(/[+-]?inf(?:inity)?/)) return null;
  const limit = readNumber(reader);
  if (limit === null || !reader.take('%')) return limit;
  if (value === null) return reader.failSyntax(circuitReasons.valueForPercent());
  return (limit / 100) * value;
}

/** sigma = 1/(Y √2): what was the lower limit becomes the upper one. */
function fromAdmittance({ value, fixed, lower, upper }: ParameterSetting): ParameterSetting {
  const sigma = (y: number | null) => (y === null ? null : Math.SQRT1_2 / y);
  return { value: sigma(value), fixed, lower: sigma(upper), upper: sigma(lower) };
}
