/** Doubts that the data raise, each with its reference; an answer or a dismissal is kept with its note. */
import { Badge, Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import type { Doubt } from '#core/compare/doubt.ts';
import type { DoubtNote } from '#core/compare/doubtNote.ts';
import { useChange } from '../../app/useChange.ts';
import { useSession } from '../../app/session.ts';
import { setDoubtNote } from '../../store/changes/doubtNotes.ts';
import { text } from '../../text/text.ts';
import { GrowingTextarea } from '../../components/GrowingTextarea.tsx';

const words = text.compare.doubts;

function DoubtEntry({ doubt }: { readonly doubt: Doubt }) {
  const change = useChange();
  const { contents } = useSession();
  const [note, setNote] = useState(doubt.note);
  const keep = (state: DoubtNote['state'] | null) => () => {
    const kept = state && { doubt: doubt.id, state, note: note.trim() };
    void change(setDoubtNote(contents.study, doubt.id, kept));
  };
  return (
    <article aria-label={words.label(doubt.id)}>
      <p>
        <b>{doubt.id}</b>{' '}
        <Badge size="sm" variant="light" color={doubt.state === 'open' ? 'yellow' : 'gray'}>
          {words.states[doubt.state]}
        </Badge>
      </p>
      <p>{doubt.text}</p>
      <p className="form-hint">{words.cells(doubt.cells)}</p>
      <p className="form-hint">{doubt.reference}</p>
      <GrowingTextarea
        size="xs"
        rows={1}
        label={words.note}
        value={note}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
      <Group gap={6} mt={4}>
        <Button size="compact-xs" variant="default" disabled={note.trim() === ''} onClick={keep('answered')}>
          {words.answer}
        </Button>
        <Button size="compact-xs" variant="default" disabled={note.trim() === ''} onClick={keep('dismissed')}>
          {words.dismiss}
        </Button>
        {doubt.state !== 'open' && (
          <Button size="compact-xs" variant="subtle" onClick={keep(null)}>
            {words.reopen}
          </Button>
        )}
      </Group>
    </article>
  );
}

export function DoubtList({ doubts }: { readonly doubts: readonly Doubt[] }) {
  return (
    <section>
      <Title order={6}>{words.title}</Title>
      {doubts.length === 0 && <p className="form-hint">{words.none}</p>}
      {doubts.map((doubt) => (
        <DoubtEntry key={doubt.id} doubt={doubt} />
      ))}
    </section>
  );
}
