/** Which phase lies below: amounts of a film and the comparison of two scans refer to the same one. */
import { Select } from '@mantine/core';
import { text } from '../../text/text.ts';
import type { DiffractionSettings, UpdateSettings } from './diffractionSettings.ts';

export interface SubstrateSelectProps {
  /** Ids of the phases whose structure is known. */
  readonly crystals: readonly string[];
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
}

export function SubstrateSelect({ crystals, settings, update }: SubstrateSelectProps) {
  return (
    <Select
      size="xs"
      label={text.diffraction.comparison.substrate}
      searchable
      allowDeselect={false}
      data={crystals}
      value={settings.substrate}
      onChange={(substrate) => {
        if (substrate !== null) update({ substrate });
      }}
    />
  );
}
