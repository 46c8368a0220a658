/** What the readers of both circuit languages share: a cursor, limits against hostile text, and the way to a circuit. */
import {
  elementsOf,
  type Circuit,
  type CircuitNode,
  type ElementNode,
  type ParameterSetting,
} from '#core/eis/circuit.ts';
import { nameElements } from '#core/eis/circuitNames.ts';
import { normalForm } from '#core/eis/circuitNormalForm.ts';
import { elementOf, parameterName } from '#core/eis/elements.ts';
import type { Problem } from '#core/problem.ts';

/** Far above any circuit that data could determine. */
export const CIRCUIT_LIMITS = { characters: 50_000, elements: 100, depth: 30 } as const;

/** Something the text said in other words than we do, such as impedance.py's K. */
export interface CircuitNote {
  readonly code: 'kinetic-element' | 'warburg-admittance';
  /** Name of the element. */
  readonly subject: string;
}

export type CircuitOutcome =
  | { readonly ok: true; readonly circuit: Circuit; readonly notes: readonly CircuitNote[] }
  | { readonly ok: false; readonly problem: Problem };

/** What an element's text says besides its code. */
export interface ElementText {
  readonly code: string;
  /** Empty = none given. */
  readonly name: string;
  readonly label: string;
  /** By the symbol of the parameter. */
  readonly settings: Readonly<Record<string, ParameterSetting>>;
  readonly note: CircuitNote['code'] | null;
}

/** Ends the reading; never leaves this folder. */
export class CircuitTextError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export class CircuitReader {
  at = 0;
  readonly text: string;
  private depth = 0;
  private readonly elements = new Map<ElementNode, ElementText>();
  private readonly names = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** The character ahead, blanks skipped; empty at the end. */
  peek(): string {
    while (/\s/.test(this.text.charAt(this.at))) this.at += 1;
    return this.text.charAt(this.at);
  }

  /** Takes a character if it is the one ahead. */
  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at += 1;
    return true;
  }

  /** Takes what a sticky expression matches right here. */
  match(expression: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(expression.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found;
  }

  expect(character: string): void {
    if (!this.take(character)) this.failSyntax(`"${character}"`);
  }

  /** Reads one level deeper. */
  nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > CIRCUIT_LIMITS.depth) this.fail(tooLarge('levels', CIRCUIT_LIMITS.depth));
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Adds an element whose text began at `start`. */
  element(description: ElementText, start: number): ElementNode {
    const { code, name, label } = description;
    if (name !== '' && this.names.has(name)) {
      this.fail({ code: 'circuit-name-twice', position: start + 1, name });
    }
    if (name !== '') this.names.add(name);
    const node: ElementNode = { kind: 'element', code, name, label };
    this.elements.set(node, description);
    if (this.elements.size > CIRCUIT_LIMITS.elements)
      this.fail(tooLarge('elements', CIRCUIT_LIMITS.elements));
    return node;
  }

  /** Names what has no name and puts the settings where the circuit keeps them. */
  finish(root: CircuitNode): { readonly circuit: Circuit; readonly notes: readonly CircuitNote[] } {
    const normal = normalForm(root);
    if (!normal) throw new Error('a text without elements was taken for a circuit');
    const described = elementsOf(normal).map((node) => this.elements.get(node));
    const named = nameElements(normal);
    const settings: Record<string, ParameterSetting> = {};
    const notes: CircuitNote[] = [];
    for (const [i, node] of elementsOf(named).entries()) {
      const element = elementOf(node.code);
      for (const parameter of element.parameters) {
        const setting = described[i]?.settings[parameter.symbol];
        if (setting) settings[parameterName(node.name, element, parameter)] = setting;
      }
      const note = described[i]?.note;
      if (note) notes.push({ code: note, subject: node.name });
    }
    return { circuit: { root: named, settings }, notes };
  }

  failSyntax(expected: string): never {
    const found = this.peek();
    return this.fail({ code: 'circuit-syntax', position: this.at + 1, expected, found });
  }

  fail(problem: Problem): never {
    throw new CircuitTextError(problem);
  }
}

function tooLarge(what: 'characters' | 'elements' | 'levels', limit: number): Problem {
  return { code: 'circuit-too-large', what, limit };
}

/** Runs a reader over the whole text; its problems come back as values. */
export function readCircuitText(text: string, read: (reader: CircuitReader) => CircuitNode): CircuitOutcome {
  if (text.length > CIRCUIT_LIMITS.characters) {
    return { ok: false, problem: tooLarge('characters', CIRCUIT_LIMITS.characters) };
  }
  const reader = new CircuitReader(text);
  try {
    const root = read(reader);
    return { ok: true, ...reader.finish(root) };
  } catch (error) {
    if (error instanceof CircuitTextError) return { ok: false, problem: error.problem };
    throw error;
  }
}
