/** What each shown run says of a symmetric cell as a whole, and how it was computed. */
import { Accordion, Title } from '@mantine/core';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import { symmetricCellWords } from '#core/text/symmetricCellWords.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';
import { text } from '../../text/text.ts';
import { reservoirSentences } from './reservoirSentences.ts';

const words = text.cycling.symmetric;

interface ToldRun {
  readonly id: string;
  readonly name: string;
  readonly summary: CyclingSummary;
  readonly reservoir: readonly string[];
}

function toldRuns(runs: readonly CyclingRunView[]): readonly ToldRun[] {
  return runs.flatMap((run) => {
    const { dataset, cell, outcome } = run;
    if (!outcome?.ok || !outcome.value.ok || !outcome.value.summary.areLike) return [];
    const { summary } = outcome.value;
    const name = cell?.name ?? dataset.fileName;
    return [{ id: dataset.id, name, summary, reservoir: reservoirSentences(run) }];
  });
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} className="form-hint">
      {sentence}
    </p>
  ));
}

/** Rules are those of the summary but what is said of the cell, which stands above them. */
function Rules({ runs }: { readonly runs: readonly ToldRun[] }) {
  const rules = runs.map(({ id, name, summary }) => {
    const said = new Set(symmetricCellWords.sentences(summary));
    return { id, name, sentences: summary.rules.filter((rule) => !said.has(rule)) };
  });
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="rules">
        <Accordion.Control>{words.rules}</Accordion.Control>
        <Accordion.Panel>
          {rules.map(({ id, name, sentences }) => (
            <div key={id}>
              <b>{name}</b>
              <Sentences sentences={sentences} />
            </div>
          ))}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

export function SymmetricNotes({ runs }: { readonly runs: readonly CyclingRunView[] }) {
  const told = toldRuns(runs);
  if (told.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <Title order={6}>{words.title}</Title>
      {told.map(({ id, name, summary, reservoir }) => (
        <div key={id} className="course-notes">
          <b>{name}</b>
          <Sentences sentences={[...symmetricCellWords.sentences(summary), ...reservoir]} />
        </div>
      ))}
      <Rules runs={told} />
    </section>
  );
}
