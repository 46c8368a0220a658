/** Column titles of Gamry's tables. The unit stands in the row below the titles. */
import type { TitleRule } from '#core/import/titleRules.ts';

export const GAMRY_TITLES: readonly TitleRule[] = [
  { titles: ['pt'], name: 'record' },
  { titles: ['t', 'time'], name: 'time_s', defaultUnit: 's' },
  { titles: ['vf', 'vdc'], name: 'voltage_V', defaultUnit: 'V' },
  { titles: ['im', 'idc'], name: 'current_A', defaultUnit: 'A' },
  { titles: ['temp'], name: 'temperature_degC' },
  { titles: ['freq'], name: 'frequency_Hz', defaultUnit: 'Hz' },
  { titles: ['zreal'], name: 'zRe_ohm', defaultUnit: 'ohm' },
  { titles: ['zimag'], name: 'zIm_ohm', defaultUnit: 'ohm' },
  { titles: ['zmod'], name: 'zModulus_ohm', defaultUnit: 'ohm' },
  { titles: ['zphz'], name: 'zPhase_deg', defaultUnit: 'deg' },
  // Kept under Gamry's own names: the uncompensated and auxiliary voltages, the signal, ranges and the results of
  // the drift correction, which stand beside the plain ones.
  {
    titles: [
      'vu',
      'vm',
      'sig',
      'zsig',
      'ach',
      'ierange',
      'zrealdrcor',
      'zimagdrcor',
      'zmoddrcor',
      'zphzdrcor',
    ],
    name: null,
  },
  { titles: ['over'], name: null, kind: 'text' },
];

const PLAIN_UNITS = /^(?:s|ms|V|mV|A|mA|uA|nA|Hz|kHz|ohm|kohm|degC)$/iu;

/** `Vf` and `V vs. Ref.` to `Vf (V)`; counters, bits and damaged degree signs name no unit. */
export function titleWithUnit(title: string, unit: string): string {
  const plain = unit
    .replace(/\s+vs\.?\s.*$/u, '')
    .replace(/^S$/u, 's')
    .replace(/^deg C$/u, 'degC')
    .trim();
  return title !== '' && PLAIN_UNITS.test(plain) ? `${title} (${plain})` : title;
}
