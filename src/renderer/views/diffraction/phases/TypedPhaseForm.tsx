/** A phase from text: a list of spacings and intensities as on a card, or the text of a CIF. */
import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { describeProblem } from '#core/describeProblem.ts';
import { readCif } from '#core/xrd/cif/readCif.ts';
import { readPhaseLines } from '#core/xrd/readPhaseLines.ts';
import { useSession } from '../../../app/session.ts';
import { useChange } from '../../../app/useChange.ts';
import { addPhases } from '../../../store/changes/phases.ts';
import { text } from '../../../text/text.ts';

const words = text.diffractionPhases.typed;
const CIF = /^\s*(?:data_|_cell_length_a\b)/imu;

function readTyped(typed: string) {
  return CIF.test(typed) ? readCif(typed) : readPhaseLines(typed);
}

export function TypedPhaseForm() {
  const { contents } = useSession();
  const change = useChange();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = async () => {
    const outcome = readTyped(typed);
    if (!outcome.ok) {
      const { message, hint } = describeProblem(outcome.problem);
      setRefusal([message, hint].join(' '));
      return;
    }
    setRefusal(null);
    if (await change(addPhases(contents.study, outcome.phases))) setTyped('');
  };
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        label={words.label}
        description={words.hint}
        placeholder={words.example}
        autosize
        minRows={5}
        maxRows={14}
        error={refusal}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setRefusal(null);
        }}
      />
      <Button size="xs" disabled={typed.trim() === ''} onClick={() => void add()}>
        {words.add}
      </Button>
    </Stack>
  );
}
