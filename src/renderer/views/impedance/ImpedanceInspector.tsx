/** Settings of the plot and what is computed of the chosen spectra. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { FigureSizeForm } from '../../components/FigureSizeForm.tsx';
import { BasisChoice } from './BasisChoice.tsx';
import { ImpedanceSignChoice } from './ImpedanceSignChoice.tsx';
import type { ImpedanceSettings, UpdateSettings } from './impedanceSettings.ts';
import { SweepChoice } from './SweepChoice.tsx';
import type { Spectra } from './useSpectra.ts';

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
        <BasisChoice settings={settings} update={update} spectra={spectra.views} />
        <ImpedanceSignChoice spectra={spectra.chosen} />
        <SweepChoice settings={settings} update={update} />
        <FigureSizeForm size={settings} update={update} />
      </Stack>
    </InspectorContent>
  );
}
