/** The circuit as text in either notation; an error says where it is, and what the notation cannot say is listed. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { describeProblem } from '#core/describeProblem.ts';
import type { CircuitLanguage } from '#core/eis/parseCircuit.ts';
import { describeCircuitLoss, describeCircuitNote } from '#core/text/circuitWords.ts';
import { text } from '../../../text/text.ts';
import { languageOf, unsaid, type CircuitDraft } from './circuitDraft.ts';

const words = text.impedanceFit;
const LANGUAGES: readonly CircuitLanguage[] = ['impedance.py', 'cdc'];

export interface CircuitFieldProps {
  readonly draft: CircuitDraft;
  readonly onText: (typed: string) => void;
  readonly onLanguage: (language: CircuitLanguage) => void;
}

function Unsaid({ draft }: Pick<CircuitFieldProps, 'draft'>) {
  const lost = unsaid(draft).map(describeCircuitLoss);
  if (lost.length === 0) return null;
  return (
    <details className="circuit-code">
      <summary>{words.unsaid(lost.length)}</summary>
      {lost.join('; ')}
    </details>
  );
}

function LanguageChoice({ draft, onLanguage }: Omit<CircuitFieldProps, 'onText'>) {
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={words.language}
      disabled={!draft.circuit || draft.problem !== null}
      data={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
      value={languageOf(draft)}
      onChange={onLanguage}
    />
  );
}

export function CircuitField({ draft, onText, onLanguage }: CircuitFieldProps) {
  const { problem } = draft;
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
      {draft.circuit && <LanguageChoice draft={draft} onLanguage={onLanguage} />}
      {draft.notes.map((note) => (
        <small key={describeCircuitNote(note)} className="circuit-code">
          {describeCircuitNote(note)}
        </small>
      ))}
      <Unsaid draft={draft} />
    </div>
  );
}
