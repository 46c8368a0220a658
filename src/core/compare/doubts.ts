/** Scientific doubts that a study's own data raise. Each is a question to be answered, never a verdict. */
import type { Doubt, DoubtFacts } from '#core/compare/doubt.ts';
import type { DoubtId, DoubtNote } from '#core/compare/doubtNote.ts';
import { DOUBT_CONDITIONS } from '#core/compare/doubtConditions.ts';
import { doubtAmounts } from '#core/compare/doubtAmounts.ts';
import { doubtWords } from '#core/text/doubtWords.ts';

/** In the order of their numbers. An answered or dismissed doubt stays, with its note. */
export function raisedDoubts(facts: DoubtFacts, notes: readonly DoubtNote[] = []): readonly Doubt[] {
  return Object.entries(DOUBT_CONDITIONS).flatMap(([key, condition]): Doubt[] => {
    const id = key as DoubtId;
    const cells = condition(facts);
    if (cells.length === 0) return [];
    const note = notes.find(({ doubt }) => doubt === id);
    const { text, reference } = doubtWords[id];
    const told = [text, ...doubtAmounts(id, facts, cells)].join(' ');
    return [{ id, text: told, reference, cells, state: note?.state ?? 'open', note: note?.note ?? '' }];
  });
}
