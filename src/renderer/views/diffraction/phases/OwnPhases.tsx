/** The phases that the user added to the study, and the ways to add one. */
import { Accordion, Button, Stack, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { useServices } from '../../../app/services.ts';
import { useSession } from '../../../app/session.ts';
import { tellFailure } from '../../../app/tellFailure.ts';
import { useChange } from '../../../app/useChange.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { removePhase } from '../../../store/changes/phases.ts';
import { text } from '../../../text/text.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import { LltoForm } from './LltoForm.tsx';
import './ownPhases.css';
import { TypedPhaseForm } from './TypedPhaseForm.tsx';

const words = text.diffractionPhases;

function phaseName({ id, formula, variant = formula }: Phase): string {
  return variant === id ? id : `${id}, ${variant}`;
}

function PhaseRow({ phase }: { readonly phase: Phase }) {
  const { contents } = useSession();
  const change = useChange();
  return (
    <li className="own-phase">
      <span>{phaseName(phase)}</span>
      <IconButton
        icon={IconX}
        label={phase.variant === undefined ? words.remove(phase.id) : words.restore(phase.id)}
        onClick={() => void change(removePhase(contents.study, phase))}
      />
    </li>
  );
}

function FilesButton() {
  const { platform, imports } = useServices();
  const { contents } = useSession();
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => {
        platform
          .pickFiles()
          .then((files) =>
            imports.add(
              contents.study.id,
              files.map((file) => ({ file })),
            ),
          )
          .catch(tellFailure);
      }}
    >
      {words.fromFiles}
    </Button>
  );
}

export function OwnPhases({ library }: { readonly library: PhaseLibrary }) {
  const { contents } = useSession();
  const own = contents.study.phases ?? [];
  return (
    <section>
      <Title order={6}>{words.title}</Title>
      <Stack gap={6}>
        {own.length === 0 ? (
          <p className="form-hint">{words.none}</p>
        ) : (
          <ul className="own-phases">
            {own.map((phase) => (
              <PhaseRow key={phase.id} phase={phase} />
            ))}
          </ul>
        )}
        <FilesButton />
        <Accordion variant="contained" chevronPosition="left">
          <Accordion.Item value="typed">
            <Accordion.Control>{words.typed.title}</Accordion.Control>
            <Accordion.Panel>
              <TypedPhaseForm />
            </Accordion.Panel>
          </Accordion.Item>
          <Accordion.Item value="llto">
            <Accordion.Control>{words.llto.title}</Accordion.Control>
            <Accordion.Panel>
              <LltoForm program={library.program} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      </Stack>
    </section>
  );
}
