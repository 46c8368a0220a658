/** Settings of the plot, and the time axis of each shown cell. */
import { NumberInput, Radio, Stack, TextInput, Title, Tooltip } from '@mantine/core';
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { Cell } from '#core/project/study.ts';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { text } from '../../text/text.ts';
import { CellTimeForm } from './CellTimeForm.tsx';
import { parseCycleChoice } from './cycleChoice.ts';
import type { InspectorProps } from './inspectorProps.ts';
import { SetCurrentForm } from './SetCurrentForm.tsx';
import { normalisationLack, possibleBasis } from './normalisationLack.ts';

const words = text.cycling;
const BASES: readonly CapacityBasis[] = ['absolute', 'perArea', 'perMass'];

function BasisChoice({ settings, update, runs }: InspectorProps) {
  return (
    <Radio.Group
      label={words.basis}
      value={possibleBasis(runs, settings.basis)}
      onChange={(basis) => {
        update({ basis: basis });
      }}
    >
      <Stack gap={4} mt={4}>
        {BASES.map((basis) => {
          const lack = normalisationLack(runs, basis);
          return (
            <Tooltip key={basis} label={lack} disabled={lack === null} multiline maw={260}>
              <div>
                <Radio
                  size="xs"
                  value={basis}
                  label={words.bases[basis]}
                  disabled={lack !== null}
                  description={lack}
                />
              </div>
            </Tooltip>
          );
        })}
      </Stack>
    </Radio.Group>
  );
}

function CycleInput({ settings, update }: InspectorProps) {
  return (
    <TextInput
      size="xs"
      label={words.cycles}
      description={words.cyclesHint}
      value={settings.cycles}
      error={parseCycleChoice(settings.cycles) === null ? words.cyclesWrong : null}
      onChange={({ currentTarget }) => {
        update({ cycles: currentTarget.value });
      }}
    />
  );
}

const SIZES = [
  { name: 'width_mm', label: words.width, unit: 'mm', min: 40, max: 500, step: 1 },
  { name: 'height_mm', label: words.height, unit: 'mm', min: 30, max: 500, step: 1 },
  { name: 'font_pt', label: words.font, unit: 'pt', min: 6, max: 30, step: 0.5 },
  { name: 'line_pt', label: words.line, unit: 'pt', min: 0.1, max: 5, step: 0.25 },
  { name: 'dpi', label: words.dpi, unit: 'dpi', min: 72, max: 1200, step: 1 },
] as const;

function SizeForm({ settings, update }: InspectorProps) {
  return (
    <section>
      <Title order={6}>{words.size}</Title>
      <div className="size-form">
        {SIZES.map(({ name, label, unit, ...limits }) => (
          <NumberInput
            key={name}
            size="xs"
            label={label}
            suffix={` ${unit}`}
            {...limits}
            clampBehavior="blur"
            value={settings[name]}
            onChange={(value) => {
              if (typeof value === 'number' && value >= limits.min && value <= limits.max)
                update({ [name]: value });
            }}
          />
        ))}
      </div>
    </section>
  );
}

export function CyclingInspector(props: InspectorProps) {
  const { settings, runs } = props;
  const cells = [...new Set(runs.map(({ cell }) => cell).filter((cell): cell is Cell => cell !== null))];
  return (
    <InspectorContent>
      <Stack gap="md" p="sm">
        <SetCurrentForm {...props} />
        <BasisChoice {...props} />
        {settings.plot === 'voltageCapacity' && <CycleInput {...props} />}
        <SizeForm {...props} />
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
