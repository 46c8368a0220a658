/** Which spectra of a file with many are shown. */
import { TextInput } from '@mantine/core';
import { text } from '../../text/text.ts';
import { parseNumberList } from '../../app/numberList.ts';
import type { ImpedanceSettings, UpdateSettings } from './impedanceSettings.ts';

const words = text.impedance;

export interface SweepChoiceProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
}

export function SweepChoice({ settings, update }: SweepChoiceProps) {
  const isWrong = settings.sweeps.trim() !== '' && parseNumberList(settings.sweeps) === null;
  return (
    <TextInput
      size="xs"
      label={words.sweeps}
      description={words.sweepsHint}
      value={settings.sweeps}
      error={isWrong ? words.sweepsWrong : null}
      onChange={({ currentTarget }) => {
        update({ sweeps: currentTarget.value });
      }}
    />
  );
}
