/** How well the electrode area is known: goes into every number per area. */
import { NumberInput } from '@mantine/core';
import { text } from '../../../text/text.ts';
import type { ImpedanceSettings, UpdateSettings } from '../impedanceSettings.ts';

const words = text.impedanceNumbers;
const MOST = 50;

export interface AreaErrorProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
}

export function AreaError({ settings, update }: AreaErrorProps) {
  return (
    <NumberInput
      size="xs"
      label={words.areaError}
      suffix=" %"
      min={0}
      max={MOST}
      step={1}
      clampBehavior="blur"
      value={settings.areaError_percent}
      onChange={(value) => {
        if (typeof value === 'number' && value >= 0 && value <= MOST) update({ areaError_percent: value });
      }}
    />
  );
}
