/** What can be concluded, what cannot, and what would change it: a list each. */
import './compare.css';
import { Button, Title } from '@mantine/core';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import { conclusionLines, conclusionSections } from '#core/compare/conclusionText.ts';
import { tellCopied } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';

const words = text.compare;

export interface ConclusionSectionsProps {
  readonly comparison: Pick<StudyComparison, 'concluded'>;
}

export function ConclusionSections({ comparison: { concluded } }: ConclusionSectionsProps) {
  const copy = () => navigator.clipboard.writeText(conclusionLines(concluded).join('\n'));
  return (
    <section className="conclusion" aria-label={words.conclusion}>
      {concluded.basis.map((sentence) => (
        <p key={sentence} className="form-hint">
          {sentence}
        </p>
      ))}
      {conclusionSections(concluded).map(({ title, sentences }) => (
        <div key={title}>
          <Title order={6}>{title}</Title>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => void tellCopied(copy())}>
        {words.copyConclusion}
      </Button>
    </section>
  );
}
