/** Time zero and trimming of one cell, in hours of the file's own time; each change can be undone. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Cell } from '#core/project/study.ts';
import { useChange } from '../../app/useChange.ts';
import { patchCells, type CellPatch } from '../../store/changes/cellChanges.ts';
import { text } from '../../text/text.ts';

const SECONDS_PER_HOUR = 3600;
const words = text.cycling;

interface HoursInputProps {
  readonly label: string;
  readonly name: string;
  readonly value_s: number | null;
  readonly onCommit: (value_s: number | null) => void;
}

function hoursOf(value_s: number | null): number | '' {
  return value_s === null ? '' : Number((value_s / SECONDS_PER_HOUR).toPrecision(12));
}

/** Stores when the field is left or Enter is pressed, so that one entry is one step of undo. */
function HoursInput({ label, name, value_s, onCommit }: HoursInputProps) {
  const [typed, setTyped] = useState<string | number>(hoursOf(value_s));
  const commit = () => {
    const next_s = typeof typed === 'number' ? typed * SECONDS_PER_HOUR : null;
    if (hoursOf(next_s) !== hoursOf(value_s)) onCommit(next_s);
  };
  return (
    <NumberInput
      size="xs"
      label={label}
      aria-label={name}
      suffix=" h"
      hideControls
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
      }}
    />
  );
}

export function CellTimeForm({ cell }: { readonly cell: Cell }) {
  const change = useChange();
  const patch = (values: CellPatch, label: string) => void change(patchCells([cell], values, label));
  const trim = words.setTrim(cell.name);
  const { timeZero_s, trimFrom_s, trimTo_s } = cell;
  const inputs = [
    {
      label: words.timeZero,
      value_s: timeZero_s,
      commit: (value: number | null) => {
        patch({ timeZero_s: value ?? 0 }, words.setTimeZero(cell.name));
      },
    },
    {
      label: words.trimFrom,
      value_s: trimFrom_s,
      commit: (value: number | null) => {
        patch({ trimFrom_s: value }, trim);
      },
    },
    {
      label: words.trimTo,
      value_s: trimTo_s,
      commit: (value: number | null) => {
        patch({ trimTo_s: value }, trim);
      },
    },
  ];
  return (
    <fieldset className="cell-time">
      <legend>{cell.name}</legend>
      {inputs.map(({ label, value_s, commit }) => (
        <HoursInput
          key={`${label} ${value_s}`}
          label={label}
          name={`${label}, ${cell.name}`}
          value_s={value_s}
          onCommit={commit}
        />
      ))}
    </fieldset>
  );
}
