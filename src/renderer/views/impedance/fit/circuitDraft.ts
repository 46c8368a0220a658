/** The circuit being edited: its text as typed and, while that can be read, the circuit it means. */
import type { Circuit, ParameterSetting } from '#core/eis/circuit.ts';
import { parametersOf, type CircuitParameter } from '#core/eis/circuitModel.ts';
import { setParameter } from '#core/eis/editCircuit.ts';
import type { CircuitNote } from '#core/eis/circuitText.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
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

export function draftOfText(text: string, before: CircuitDraft): CircuitDraft {
  if (text.trim() === '') return EMPTY_DRAFT;
  const outcome = parseCircuit(text);
  if (!outcome.ok) return { text, circuit: before.circuit, problem: outcome.problem, notes: [] };
  const { circuit, notes } = outcome;
  return {
    text,
    circuit: { ...circuit, settings: keptSettings(circuit, before.circuit) },
    problem: null,
    notes,
  };
}

/** A circuit edited in its picture: the text follows. */
export function draftOfCircuit(circuit: Circuit): CircuitDraft {
  return { text: circuitText(circuit), circuit, problem: null, notes: [] };
}

export function withSetting(
  draft: CircuitDraft,
  name: string,
  patch: Partial<ParameterSetting>,
): CircuitDraft {
  return draft.circuit ? { ...draft, circuit: setParameter(draft.circuit, name, patch) } : draft;
}

/** The fitted values become the start values; limits and locks of the draft before stay. */
export function draftOfFit(fit: FitResult, before: CircuitDraft): CircuitDraft {
  let draft = draftOfText(fit.circuit, before);
  for (const { name, value, fixed } of fit.parameters) draft = withSetting(draft, name, { value, fixed });
  return draft;
}

export function parametersOfDraft({ circuit }: CircuitDraft): readonly CircuitParameter[] {
  return circuit ? parametersOf(circuit.root) : [];
}

/** Value that the curve is drawn with: the start value, or an ordinary one. */
export function startValue(circuit: Circuit, parameter: CircuitParameter): number {
  return settingOf(circuit, parameter.name).value ?? parameter.typical;
}
