/** What is said of each shown run: what happened to the cell and by which numbers, and how its polarisation changed. */
import { Title } from '@mantine/core';
import { eventWords } from '#core/text/eventWords.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import { useSession } from '../../app/session.ts';
import { text } from '../../text/text.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { runName } from './runName.ts';
import { RunSentences } from './RunSentences.tsx';
import type { RunWithCourse } from './useCourses.ts';

const words = text.cycling.course;

function sentencesOf({ outcome, course }: RunWithCourse): readonly string[] {
  if (!outcome?.ok || !outcome.value.ok) return [];
  const fitted = course === undefined ? [words.fitting] : course.ok ? course.value.verdict : [words.failed];
  return [...eventWords.sentences(outcome.value.summary), ...fitted];
}

export function CourseNotes({ runs }: { readonly runs: readonly RunWithCourse[] }) {
  const { study } = useSession().contents;
  return (
    <section aria-label={words.title}>
      <Title order={6}>{words.title}</Title>
      {runs.map((run) => (
        <RunSentences key={run.dataset.id} name={runName(run, runs)} sentences={sentencesOf(run)} />
      ))}
      <p className="form-hint">{thresholdWords.listed(eventThresholdsOf(study))}</p>
    </section>
  );
}
