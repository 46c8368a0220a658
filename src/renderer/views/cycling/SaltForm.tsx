/** What Sand's time needs of the salt, typed once for all cells that are shown. */
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Cell } from '#core/project/study.ts';
import { useChange } from '../../app/useChange.ts';
import { FoldedSection } from '../../components/FoldedSection.tsx';
import { patchCells } from '../../store/changes/cellChanges.ts';
import { text } from '../../text/text.ts';

const words = text.cycling.symmetric;

type SaltField = keyof typeof words.saltFields;

const FIELDS: readonly SaltField[] = ['salt_molPerL', 'saltDiffusivity_cm2PerS', 'cationTransference'];

/** What all cells have; undefined where they differ. */
function commonOf(cells: readonly Cell[], field: SaltField): number | null | undefined {
  const values = new Set(cells.map((cell) => cell[field] ?? null));
  return values.size === 1 ? [...values][0] : undefined;
}

/** Null = emptied; undefined = no value that can be. */
function typedValue(typed: string, field: SaltField): number | null | undefined {
  if (typed.trim() === '') return null;
  const value = Number(typed.trim().replace(',', '.'));
  const isPossible = value > 0 && Number.isFinite(value) && (field !== 'cationTransference' || value <= 1);
  return isPossible ? value : undefined;
}

interface SaltInputProps {
  readonly field: SaltField;
  readonly common: number | null | undefined;
  readonly onCommit: (value: number | null) => void;
}

/** A text field, so that a diffusivity can be typed as 3e-6. */
function SaltInput({ field, common, onCommit }: SaltInputProps) {
  const own = common?.toString() ?? '';
  const [typed, setTyped] = useState(own);
  const value = typedValue(typed, field);
  const commit = () => {
    // An untouched field of cells that differ leaves them as they are.
    if (value !== undefined && typed !== own) onCommit(value);
  };
  return (
    <TextInput
      size="xs"
      inputMode="decimal"
      label={words.saltFields[field]}
      placeholder={common === undefined ? words.differs : ''}
      error={value === undefined ? words.saltFaults[field] : null}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
      }}
    />
  );
}

export function SaltForm({ cells }: { readonly cells: readonly Cell[] }) {
  const change = useChange();
  return (
    <FoldedSection title={words.saltTitle}>
      <Stack gap={6}>
        <p className="form-hint">{words.saltHint}</p>
        {FIELDS.map((field) => {
          const common = commonOf(cells, field);
          return (
            <SaltInput
              key={`${field} ${common}`}
              field={field}
              common={common}
              onCommit={(value) => void change(patchCells(cells, { [field]: value }, words.setSalt))}
            />
          );
        })}
      </Stack>
    </FoldedSection>
  );
}
