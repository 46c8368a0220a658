/** The current of runs whose files recorded none, as the user knows it from the protocol. */
import { NumberInput, Title } from '@mantine/core';
import type { Cell } from '#core/project/study.ts';
import { useChange } from '../../app/useChange.ts';
import { patchCells } from '../../store/changes/cellChanges.ts';
import { text } from '../../text/text.ts';
import type { InspectorProps } from './inspectorProps.ts';
import { runsWithoutCurrent } from './missingCurrent.ts';

const words = text.cycling;

export function SetCurrentForm({ runs, settings, update }: InspectorProps) {
  const change = useChange();
  const lacking = runsWithoutCurrent(runs, settings);
  if (lacking.length === 0) return null;
  const { setCurrents_mA } = settings;
  const setOfCell = (cell: Cell, setCurrent_mA: number | null) => {
    if (setCurrent_mA === (cell.setCurrent_mA ?? null)) return;
    void change(patchCells([cell], { setCurrent_mA }, words.setCurrent));
  };
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
          placeholder="mA"
          min={0}
          hideControls
          defaultValue={cell?.setCurrent_mA ?? setCurrents_mA[dataset.id] ?? ''}
          onBlur={({ currentTarget }) => {
            const typed = Number.parseFloat(currentTarget.value);
            if (cell) {
              setOfCell(cell, typed > 0 ? typed : null);
              return;
            }
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
