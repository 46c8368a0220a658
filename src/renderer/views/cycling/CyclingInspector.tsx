/** Settings of the plot, and the time axis of each shown cell. */
import { Stack, TextInput, Title } from '@mantine/core';
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { Cell } from '#core/project/study.ts';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { BasisChoice } from '../../components/BasisChoice.tsx';
import { FigureSizeForm } from '../../components/FigureSizeForm.tsx';
import { text } from '../../text/text.ts';
import { CellTimeForm } from './CellTimeForm.tsx';
import { CourseNotes } from './CourseNotes.tsx';
import { FullCellNotes } from './FullCellNotes.tsx';
import { ThresholdForm } from './ThresholdForm.tsx';
import { parseNumberList } from '../../app/numberList.ts';
import type { PlotKind } from './cyclingSettings.ts';
import type { InspectorProps } from './inspectorProps.ts';
import { SaltForm } from './SaltForm.tsx';
import { SetCurrentForm } from './SetCurrentForm.tsx';
import { SymmetricNotes } from './SymmetricNotes.tsx';
import { normalisationLack, possibleBasis } from './normalisationLack.ts';

const words = text.cycling;
const BASES: readonly CapacityBasis[] = ['absolute', 'perArea', 'perMass'];

const CHOOSES_CYCLES: ReadonlySet<PlotKind> = new Set<PlotKind>(['voltageCapacity', 'incrementalCapacity']);

/** Peaks that were followed are told with the cycles. */
const SHOWS_CYCLES: ReadonlySet<PlotKind> = new Set<PlotKind>(['cycles', 'incrementalCapacity']);

const TELLS_EVENTS: ReadonlySet<PlotKind> = new Set<PlotKind>(['polarisation', ...SHOWS_CYCLES]);

const TELLS_SYMMETRIC: ReadonlySet<PlotKind> = new Set<PlotKind>(['halfCycles', 'polarisation']);

function CycleInput({ settings, update }: InspectorProps) {
  return (
    <TextInput
      size="xs"
      label={words.cycles}
      description={words.cyclesHint}
      value={settings.cycles}
      error={parseNumberList(settings.cycles) === null ? words.cyclesWrong : null}
      onChange={({ currentTarget }) => {
        update({ cycles: currentTarget.value });
      }}
    />
  );
}

export function CyclingInspector(props: InspectorProps) {
  const { settings, runs } = props;
  const cells = [...new Set(runs.map(({ cell }) => cell).filter((cell): cell is Cell => cell !== null))];
  return (
    <InspectorContent>
      <Stack gap="md" p="sm">
        <SetCurrentForm {...props} />
        <BasisChoice
          label={words.basis}
          bases={BASES}
          names={words.bases}
          value={possibleBasis(runs, settings.basis)}
          lackOf={(basis) => normalisationLack(runs, basis)}
          onChange={(basis) => {
            props.update({ basis });
          }}
        />
        {CHOOSES_CYCLES.has(settings.plot) && <CycleInput {...props} />}
        {TELLS_SYMMETRIC.has(settings.plot) && cells.length > 0 && <SaltForm cells={cells} />}
        {TELLS_EVENTS.has(settings.plot) && <ThresholdForm />}
        {SHOWS_CYCLES.has(settings.plot) && <FullCellNotes {...props} />}
        {settings.plot === 'polarisation' && <CourseNotes runs={runs} />}
        {TELLS_SYMMETRIC.has(settings.plot) && <SymmetricNotes runs={runs} />}
        <FigureSizeForm size={settings} update={props.update} />
        {cells.length > 0 && (
          <section>
            <Title order={6}>{words.cells}</Title>
            {cells.map((cell) => (
              <CellTimeForm key={cell.id} cell={cell} />
            ))}
          </section>
        )}
      </Stack>
    </InspectorContent>
  );
}
