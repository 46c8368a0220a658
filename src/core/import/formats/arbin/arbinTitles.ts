/**
 * What the column titles of Arbin exports mean: MITS 8 and 10 CSV (`Test Time (s)`), MITS 7 names
 * (`Test_Time(s)`) and database dumps without units (`Test_Time`), which are always s, A, V, Ah, Wh and ohm.
 */
import type { TitleRule } from '#core/import/titleRules.ts';

export const ARBIN_TITLES: readonly TitleRule[] = [
  { titles: ['datapoint'], name: 'record' },
  { titles: ['datetime'], name: 'clock_s', kind: 'date', dateOrder: 'mdy' },
  { titles: ['testtime'], name: 'time_s', kind: 'duration', defaultUnit: 's' },
  { titles: ['steptime'], name: 'stepTime_s', kind: 'duration', defaultUnit: 's' },
  { titles: ['cycleindex'], name: 'cycle' },
  { titles: ['stepindex'], name: 'step' },
  { titles: ['current'], name: 'current_A', defaultUnit: 'A' },
  { titles: ['voltage'], name: 'voltage_V', defaultUnit: 'V' },
  { titles: ['power'], name: 'power_W', defaultUnit: 'W' },
  { titles: ['capacity'], name: 'capacity_Ah', defaultUnit: 'Ah' },
  { titles: ['energy'], name: 'energy_Wh', defaultUnit: 'Wh' },
  { titles: ['chargecapacity'], name: 'chargeCapacity_Ah', defaultUnit: 'Ah' },
  { titles: ['dischargecapacity'], name: 'dischargeCapacity_Ah', defaultUnit: 'Ah' },
  { titles: ['chargeenergy'], name: 'chargeEnergy_Wh', defaultUnit: 'Wh' },
  { titles: ['dischargeenergy'], name: 'dischargeEnergy_Wh', defaultUnit: 'Wh' },
  { titles: ['internalresistance'], name: 'internalResistance_ohm', defaultUnit: 'ohm' },
  { titles: ['temperature'], name: 'temperature_degC', defaultUnit: '°C' },
  ...([1, 2, 3, 4, 5] as const).map((n): TitleRule => {
    return { titles: [`auxtemperature${n}`], name: `temperatureT${n}_degC`, defaultUnit: '°C' };
  }),
  {
    titles: [
      ...[
        'mahg',
        'acr',
        'acimpedance',
        'aciphaseangle',
        'dvdt',
        'dqdv',
        'dvdq',
        'isfcdata',
        'auxdtdt1',
        'metacode',
      ],
      ...Array.from({ length: 4 }, (_, n) => `tccounter${n + 1}`),
      ...Array.from({ length: 15 }, (_, n) => [
        `auxtemperature${n + 2}`,
        `auxvoltage${n + 1}`,
        `auxdtdt${n + 2}`,
      ]).flat(),
    ],
    name: null,
  },
];
