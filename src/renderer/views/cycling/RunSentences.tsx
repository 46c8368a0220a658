/** The name of a run, and what is said of it. */

export interface RunSentencesProps {
  readonly name: string;
  readonly sentences: readonly string[];
}

export function RunSentences({ name, sentences }: RunSentencesProps) {
  return (
    <div>
      <b>{name}</b>
      {sentences.map((sentence) => (
        <p key={sentence} className="form-hint">
          {sentence}
        </p>
      ))}
    </div>
  );
}
