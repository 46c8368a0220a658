/** Per cell, per area or per interface; what is not possible says which cells lack what. */
import { Radio, Stack, Tooltip } from '@mantine/core';
import type { ImpedanceBasis } from '#figures/impedanceScale.ts';
import { text } from '../../text/text.ts';
import { basisLack, possibleBasis } from './basisLack.ts';
import type { ChosenSpectrum } from './chosenSpectra.ts';
import type { ImpedanceSettings, UpdateSettings } from './impedanceSettings.ts';

const words = text.impedance;
const BASES: readonly ImpedanceBasis[] = ['perCell', 'perArea', 'perInterface'];

export interface BasisChoiceProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  readonly spectra: readonly ChosenSpectrum[];
}

export function BasisChoice({ settings, update, spectra }: BasisChoiceProps) {
  return (
    <Radio.Group
      label={words.basis}
      value={possibleBasis(spectra, settings.basis)}
      onChange={(basis) => {
        update({ basis: basis });
      }}
    >
      <Stack gap={4} mt={4}>
        {BASES.map((basis) => {
          const lack = basisLack(spectra, basis);
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
