/** A conclusion for a text file or a terminal: what was compared, then a list under each title. */
import type { Conclusion } from '#core/compare/conclusion.ts';
import { conclusionWords as words } from '#core/text/conclusionWords.ts';

const SECTIONS = ['can', 'cannot', 'wouldChange'] as const;

export interface ConclusionSection {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Without empty ones; that nothing can be concluded is said. */
export function conclusionSections(conclusion: Conclusion): readonly ConclusionSection[] {
  return SECTIONS.flatMap((section) => {
    const found = conclusion[section];
    const sentences = section === 'can' && found.length === 0 ? [words.nothing] : found;
    return sentences.length === 0 ? [] : [{ title: words.titles[section], sentences }];
  });
}

export function conclusionLines(conclusion: Conclusion): readonly string[] {
  const lists = conclusionSections(conclusion).map(({ title, sentences }) => [
    '',
    title,
    ...sentences.map((sentence) => `- ${sentence}`),
  ]);
  return [...conclusion.basis, ...lists.flat()];
}

/** The same as one paragraph. */
export function conclusionParagraph(conclusion: Conclusion): string {
  const sections = conclusionSections(conclusion).map(
    ({ title, sentences }) => `${title}: ${sentences.join(' ')}`,
  );
  return [...conclusion.basis, ...sections].join(' ');
}
