/** Settings of the plot and what is computed of the chosen spectra. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import type { ImpedanceBasis } from '#figures/impedanceScale.ts';
import { BasisChoice } from '../../components/BasisChoice.tsx';
import { FigureSizeForm } from '../../components/FigureSizeForm.tsx';
import { basisLack, possibleBasis } from './basisLack.ts';
import { text } from '../../text/text.ts';
import { BlankChoice } from './BlankChoice.tsx';
import { ImpedanceSignChoice } from './ImpedanceSignChoice.tsx';
import type { ImpedanceSettings, UpdateSettings } from './impedanceSettings.ts';
import { SweepChoice } from './SweepChoice.tsx';
import type { Spectra } from './useSpectra.ts';

const words = text.impedance;
const BASES: readonly ImpedanceBasis[] = ['perCell', 'perArea', 'perInterface'];

export interface ImpedanceInspectorProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  readonly spectra: Spectra;
  /** What the chosen mode adds. */
  readonly children?: ReactNode;
}

export function ImpedanceInspector({ settings, update, spectra, children }: ImpedanceInspectorProps) {
  return (
    <InspectorContent>
      <Stack gap="md" p="sm">
        {children}
        <BasisChoice
          label={words.basis}
          bases={BASES}
          names={words.bases}
          value={possibleBasis(spectra.views, settings.basis)}
          lackOf={(basis) => basisLack(spectra.views, basis)}
          onChange={(basis) => {
            update({ basis });
          }}
        />
        <ImpedanceSignChoice spectra={spectra.chosen} />
        <BlankChoice spectra={spectra.chosen} />
        <SweepChoice settings={settings} update={update} />
        <FigureSizeForm size={settings} update={update} />
      </Stack>
    </InspectorContent>
  );
}
