/** The current of runs whose files recorded none, as the user knows it from the protocol. */
import { NumberInput, Title } from '@mantine/core';
import { text } from '../../text/text.ts';
import type { InspectorProps } from './inspectorProps.ts';
import { runsWithoutCurrent } from './missingCurrent.ts';

const words = text.cycling;

export function SetCurrentForm({ runs, settings, update }: InspectorProps) {
  const lacking = runsWithoutCurrent(runs, settings);
  if (lacking.length === 0) return null;
  const { setCurrents_mA } = settings;
  return (
    <section>
      <Title order={6}>{words.setCurrent}</Title>
      <p className="form-hint">{words.setCurrentHint}</p>
      {lacking.map(({ dataset, cell }) => (
        <NumberInput
          key={dataset.id}
          size="xs"
          label={cell?.name ?? dataset.fileName}
          suffix=" mA"
          min={0}
          hideControls
          defaultValue={setCurrents_mA[dataset.id] ?? ''}
          onBlur={({ currentTarget }) => {
            const typed = Number.parseFloat(currentTarget.value);
            const others = Object.entries(setCurrents_mA).filter(([id]) => id !== dataset.id);
            const set = typed > 0 ? [...others, [dataset.id, typed] as const] : others;
            update({ setCurrents_mA: Object.fromEntries(set) });
          }}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') currentTarget.blur();
          }}
        />
      ))}
    </section>
  );
}
