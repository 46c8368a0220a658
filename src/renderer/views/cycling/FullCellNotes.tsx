/** Which cycle retention refers to, and what the cycles of each full cell say. */
import { NumberInput, Stack, Title } from '@mantine/core';
import { eventWords } from '#core/text/eventWords.ts';
import { text } from '../../text/text.ts';
import { fullCellOf } from './cellCycles.ts';
import type { InspectorProps } from './inspectorProps.ts';
import { runName } from './runName.ts';
import { RunSentences } from './RunSentences.tsx';
import { reservoirSentences } from './reservoirSentences.ts';
import type { AnalysedRun } from './useFullCells.ts';

const words = text.cycling.fullCell;

function sentencesOf(run: AnalysedRun): readonly string[] {
  if (run.fullCell === undefined) return run.outcome?.ok && !run.outcome.value.ok ? [] : [words.computing];
  const cycled = fullCellOf(run);
  const reservoir = reservoirSentences(run);
  if (!cycled) return reservoir.length > 0 ? reservoir : [words.symmetric];
  const happened =
    run.outcome?.ok && run.outcome.value.ok ? eventWords.sentences(run.outcome.value.summary) : [];
  return [...cycled.verdict, ...reservoir, ...happened];
}

export function FullCellNotes({ runs, settings, update }: InspectorProps) {
  return (
    <section aria-label={words.title}>
      <Title order={6}>{words.title}</Title>
      <Stack gap={6}>
        <NumberInput
          size="xs"
          label={words.reference}
          description={words.referenceHint}
          min={1}
          allowDecimal={false}
          value={settings.referenceCycle ?? ''}
          onChange={(value) => {
            update({ referenceCycle: typeof value === 'number' && value >= 1 ? value : null });
          }}
        />
        {runs.map((run) => (
          <RunSentences key={run.dataset.id} name={runName(run, runs)} sentences={sentencesOf(run)} />
        ))}
      </Stack>
    </section>
  );
}
