/** Answers to the doubts that a comparison raises. */
import type { DoubtNote } from '#core/compare/doubtNote.ts';
import type { Study } from '#core/project/study.ts';
import { text } from '../../text/text.ts';
import type { Change } from '../studyStore.ts';
import { updateStudy } from './studyChanges.ts';

/** Null opens the doubt again. Both sides name the field: what is undone must be set, also to no answer. */
export function setDoubtNote(study: Study, doubt: DoubtNote['doubt'], note: DoubtNote | null): Change {
  const others = (study.doubtNotes ?? []).filter((each) => each.doubt !== doubt);
  const before = { ...study, doubtNotes: study.doubtNotes ?? [] };
  return updateStudy(
    before,
    { doubtNotes: note ? [...others, note] : others },
    text.changes.doubtNote(doubt),
  );
}
