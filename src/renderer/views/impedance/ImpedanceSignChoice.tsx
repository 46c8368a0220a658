/** Asks whether the chosen spectra hold Z'' or −Z'', where their files do not tell, and lets the sign be inverted. */
import { Radio, Stack } from '@mantine/core';
import { IMPEDANCE_SIGNS, type ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { useChange } from '../../app/useChange.ts';
import { setImpedanceSign } from '../../store/changes/impedanceSign.ts';
import { text } from '../../text/text.ts';
import type { ChosenSpectrum } from './chosenSpectra.ts';

const words = text.impedanceSign;

/** The import notes how it found the sign. */
function isAssumed({ dataset }: ChosenSpectrum): boolean {
  return String(dataset.metadata['zImSign'] ?? '').startsWith('assumed');
}

function isOpen(spectrum: ChosenSpectrum): boolean {
  return isAssumed(spectrum) && spectrum.dataset.impedanceSign === undefined;
}

/** Null when the chosen spectra differ, or when one of them waits for an answer: then either answer can be given. */
function commonSign(spectra: readonly ChosenSpectrum[]): ImpedanceSign | null {
  if (spectra.some(isOpen)) return null;
  const signs = new Set(spectra.map(({ dataset }) => dataset.impedanceSign ?? 'as-is'));
  const [only] = signs;
  return signs.size === 1 && only !== undefined ? only : null;
}

export function ImpedanceSignChoice({ spectra }: { readonly spectra: readonly ChosenSpectrum[] }) {
  const change = useChange();
  if (spectra.length === 0) return null;
  const open = spectra.filter(isOpen);
  const files = new Set(open.map(({ dataset }) => dataset.importId)).size;
  return (
    <Radio.Group
      label={words.label}
      description={files === 0 ? undefined : words.question(files)}
      value={commonSign(spectra)}
      onChange={(sign: ImpedanceSign) => {
        const datasets = spectra.map(({ dataset }) => dataset);
        void change(setImpedanceSign(datasets, sign));
      }}
    >
      <Stack gap={4} mt={4}>
        {IMPEDANCE_SIGNS.map((sign) => (
          <Radio key={sign} size="xs" value={sign} label={words.signs[sign]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
