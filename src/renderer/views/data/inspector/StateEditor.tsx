/** When the measurement was taken in the life of its cell. */
import { Group, NumberInput, Select } from '@mantine/core';
import type { StateTag } from '#core/project/study.ts';
import { text } from '../../../text/text.ts';

const OPTIONS = [
  { value: 'unspecified', label: text.state.unspecified },
  { value: 'pristine', label: text.state.pristineOption },
  { value: 'after-cycle', label: text.state.afterCycleOption },
  { value: 'at-time', label: text.state.atTimeOption },
] as const satisfies readonly { value: StateTag['kind']; label: string }[];

function firstOf(kind: string): StateTag {
  switch (kind) {
    case 'pristine':
      return { kind };
    case 'after-cycle':
      return { kind, cycle: 1 };
    case 'at-time':
      return { kind, time_s: 0 };
    default:
      return { kind: 'unspecified' };
  }
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly whole: boolean;
  readonly onCommit: (value: number) => void;
}

function NumberField({ label, value, whole, onCommit }: NumberFieldProps) {
  return (
    <NumberInput
      key={value}
      size="xs"
      w={100}
      label={label}
      defaultValue={value}
      min={0}
      allowDecimal={!whole}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value);
        if (event.currentTarget.value !== '' && Number.isFinite(typed) && typed !== value) onCommit(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

export interface StateEditorProps {
  readonly state: StateTag;
  readonly onChange: (state: StateTag) => void;
}

export function StateEditor({ state, onChange }: StateEditorProps) {
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Select
        size="xs"
        label={text.receipt.dataset.state}
        data={OPTIONS}
        value={state.kind}
        allowDeselect={false}
        flex={1}
        onChange={(kind) => {
          onChange(firstOf(kind ?? 'unspecified'));
        }}
      />
      {state.kind === 'after-cycle' && (
        <NumberField
          label={text.receipt.dataset.cycle}
          value={state.cycle}
          whole
          onCommit={(cycle) => {
            onChange({ kind: 'after-cycle', cycle });
          }}
        />
      )}
      {state.kind === 'at-time' && (
        <NumberField
          label={text.receipt.dataset.time_h}
          value={state.time_s / 3600}
          whole={false}
          onCommit={(time_h) => {
            onChange({ kind: 'at-time', time_s: time_h * 3600 });
          }}
        />
      )}
    </Group>
  );
}
