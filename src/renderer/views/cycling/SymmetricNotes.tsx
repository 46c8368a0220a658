/** What each shown run says of a symmetric cell as a whole, and how it was computed. */
import { Title } from '@mantine/core';
import { useMemo } from 'react';
import { symmetricCellWords } from '#core/text/symmetricCellWords.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';
import { FoldedSection } from '../../components/FoldedSection.tsx';
import { text } from '../../text/text.ts';
import { reservoirSentences } from './reservoirSentences.ts';
import { runName } from './runName.ts';
import { RunSentences } from './RunSentences.tsx';

const words = text.cycling.symmetric;

interface ToldRun {
  readonly id: string;
  readonly name: string;
  readonly said: readonly string[];
  /** Those of the summary but what is said of the cell. */
  readonly rules: readonly string[];
}

function toldRuns(runs: readonly CyclingRunView[]): readonly ToldRun[] {
  return runs.flatMap((run) => {
    const { dataset, outcome } = run;
    if (!outcome?.ok || !outcome.value.ok || !outcome.value.summary.areLike) return [];
    const { summary } = outcome.value;
    const said = symmetricCellWords.sentences(summary);
    const rules = summary.rules.filter((rule) => !said.includes(rule));
    const name = runName(run, runs);
    return [{ id: dataset.id, name, said: [...said, ...reservoirSentences(run)], rules }];
  });
}

export function SymmetricNotes({ runs }: { readonly runs: readonly CyclingRunView[] }) {
  const told = useMemo(() => toldRuns(runs), [runs]);
  if (told.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <Title order={6}>{words.title}</Title>
      {told.map(({ id, name, said }) => (
        <RunSentences key={id} name={name} sentences={said} />
      ))}
      <FoldedSection title={words.rules}>
        {told.map(({ id, name, rules }) => (
          <RunSentences key={id} name={name} sentences={rules} />
        ))}
      </FoldedSection>
    </section>
  );
}
