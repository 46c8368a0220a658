/** The circuit as text in either notation; an error says where it is. */
import { TextInput } from '@mantine/core';
import { describeProblem } from '#core/describeProblem.ts';
import { describeCircuitNote } from '#core/text/circuitWords.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { text } from '../../../text/text.ts';
import type { CircuitDraft } from './circuitDraft.ts';

const words = text.impedanceFit;

/** The topology alone: values stand in the table. */
function codeOf({ circuit }: CircuitDraft): string | null {
  return circuit ? formatCdc({ root: circuit.root, settings: {} }).text : null;
}

export interface CircuitFieldProps {
  readonly draft: CircuitDraft;
  readonly onText: (typed: string) => void;
}

export function CircuitField({ draft, onText }: CircuitFieldProps) {
  const { problem } = draft;
  const code = codeOf(draft);
  return (
    <div className="circuit-field">
      <TextInput
        size="xs"
        label={words.circuit}
        description={words.circuitHint}
        value={draft.text}
        error={problem ? describeProblem(problem).message : null}
        onChange={({ currentTarget }) => {
          onText(currentTarget.value);
        }}
      />
      {problem && 'position' in problem && (
        <pre className="circuit-position" aria-hidden>
          {`${draft.text}\n${' '.repeat(Math.max(0, problem.position - 1))}^`}
        </pre>
      )}
      {draft.notes.map((note) => (
        <small key={describeCircuitNote(note)} className="circuit-code">
          {describeCircuitNote(note)}
        </small>
      ))}
      {code !== null && !problem && <small className="circuit-code">{code}</small>}
    </div>
  );
}
