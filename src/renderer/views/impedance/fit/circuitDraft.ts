/** The circuit being edited: its text as typed and, while that can be read, the circuit it means. */
import { elementsOf, type Circuit, type CircuitNode, type ParameterSetting } from '#core/eis/circuit.ts';
import { parametersOf, type CircuitParameter } from '#core/eis/circuitModel.ts';
import { setParameter } from '#core/eis/editCircuit.ts';
import type { CircuitNote } from '#core/eis/circuitText.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { formatImpedancePy, type CircuitLoss } from '#core/eis/formatImpedancePy.ts';
import { circuitLanguage, parseCircuit, type CircuitLanguage } from '#core/eis/parseCircuit.ts';
import type { Problem } from '#core/problem.ts';

export interface CircuitDraft {
  readonly text: string;
  /** The last circuit that could be read: a slip of the keyboard does not take the sliders away. */
  readonly circuit: Circuit | null;
  readonly problem: Problem | null;
  /** What the text said in another program's words. */
  readonly notes: readonly CircuitNote[];
}

export const EMPTY_DRAFT: CircuitDraft = { text: '', circuit: null, problem: null, notes: [] };

const NOTHING_SAID: ParameterSetting = { value: null, fixed: false, lower: null, upper: null };

export function settingOf(circuit: Circuit, name: string): ParameterSetting {
  return circuit.settings[name] ?? NOTHING_SAID;
}

/** What was said of parameters that are still there. */
function keptSettings(circuit: Circuit, before: Circuit | null): Circuit['settings'] {
  const names = new Set(parametersOf(circuit.root).map(({ name }) => name));
  const kept = Object.entries(before?.settings ?? {}).filter(([name]) => names.has(name));
  return { ...Object.fromEntries(kept), ...circuit.settings };
}

/** Labels have no words in impedance.py's style: those of elements that are still there stay. */
function withLabels(root: CircuitNode, labels: ReadonlyMap<string, string>): CircuitNode {
  if (root.kind === 'element') return { ...root, label: labels.get(root.name) ?? root.label };
  return { ...root, children: root.children.map((child) => withLabels(child, labels)) };
}

function labelsOf(circuit: Circuit | null): ReadonlyMap<string, string> {
  return new Map(circuit ? elementsOf(circuit.root).map(({ name, label }) => [name, label]) : []);
}

export function draftOfText(text: string, before: CircuitDraft): CircuitDraft {
  if (text.trim() === '') return EMPTY_DRAFT;
  const outcome = parseCircuit(text);
  if (!outcome.ok) return { text, circuit: before.circuit, problem: outcome.problem, notes: [] };
  const { circuit, notes } = outcome;
  const isComplete = circuitLanguage(text) === 'cdc';
  const root = isComplete ? circuit.root : withLabels(circuit.root, labelsOf(before.circuit));
  return { text, circuit: { root, settings: keptSettings(circuit, before.circuit) }, problem: null, notes };
}

export function languageOf({ text }: CircuitDraft): CircuitLanguage {
  return circuitLanguage(text);
}

/** The circuit in the words of a language; the text follows whatever was changed elsewhere. */
export function inLanguage(draft: CircuitDraft, language: CircuitLanguage): CircuitDraft {
  return draft.circuit ? draftOfCircuit(draft.circuit, language) : draft;
}

/** What the circuit says and its text does not: it stays in the table and the picture. */
export function unsaid({ circuit, problem, text }: CircuitDraft): readonly CircuitLoss[] {
  if (!circuit || problem || circuitLanguage(text) === 'cdc') return [];
  return formatImpedancePy(circuit).lost;
}

/** A circuit edited in its picture: the text follows. */
export function draftOfCircuit(circuit: Circuit, language: CircuitLanguage = 'impedance.py'): CircuitDraft {
  const { text } = language === 'cdc' ? formatCdc(circuit) : formatImpedancePy(circuit);
  return { text, circuit, problem: null, notes: [] };
}

export function withSetting(
  draft: CircuitDraft,
  name: string,
  patch: Partial<ParameterSetting>,
): CircuitDraft {
  if (!draft.circuit) return draft;
  const circuit = setParameter(draft.circuit, name, patch);
  // Only the CDC says values; a text with an error waits for its author.
  if (draft.problem || languageOf(draft) === 'impedance.py') return { ...draft, circuit };
  return { ...draftOfCircuit(circuit, 'cdc'), notes: draft.notes };
}

/** The fitted values become the start values; limits and locks of the draft before stay, and its language. */
export function draftOfFit(fit: FitResult, before: CircuitDraft): CircuitDraft {
  const language = before.circuit ? languageOf(before) : 'impedance.py';
  let draft = draftOfText(fit.circuit, before);
  for (const { name, value, fixed } of fit.parameters) draft = withSetting(draft, name, { value, fixed });
  return inLanguage(draft, language);
}

export function parametersOfDraft({ circuit }: CircuitDraft): readonly CircuitParameter[] {
  return circuit ? parametersOf(circuit.root) : [];
}

/** Value that the curve is drawn with: the start value, or an ordinary one. */
export function startValue(circuit: Circuit, parameter: CircuitParameter): number {
  return settingOf(circuit, parameter.name).value ?? parameter.typical;
}
