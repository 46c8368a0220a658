/** Column titles of Princeton Applied Research's and Ametek's programs. Z'' has its true sign in all of them. */
import type { TitleRule } from '#core/import/titleRules.ts';

export const PARSTAT_TITLES: readonly TitleRule[] = [
  { titles: ['potential'], name: 'voltage_V' },
  { titles: ['current'], name: 'current_A', only: /^Current$/u },
  { titles: ['elapsedtime'], name: 'time_s' },
  { titles: ['frequency'], name: 'frequency_Hz' },
  { titles: ['zre'], name: 'zRe_ohm' },
  { titles: ['zim'], name: 'zIm_ohm' },
  { titles: ['z'], name: 'zModulus_ohm', only: /^\|Z\|$/u },
  { titles: ['phaseofz'], name: 'zPhase_deg' },
  { titles: ['yre'], name: 'yRe_S' },
  { titles: ['yim'], name: 'yIm_S' },
  { titles: ['y'], name: 'yModulus_S', only: /^\|Y\|$/u },
  { titles: ['phaseofy'], name: 'yPhase_deg' },
  { titles: ['vac'], name: 'voltageAmplitude_V' },
  { titles: ['iac'], name: 'currentAmplitude_A' },
  { titles: ['irange', 'current'], name: null },
];

/** `.par` files: units in brackets where there is one; Z Real and Z Imag are in ohm, times in seconds. */
export const VERSASTUDIO_TITLES: readonly TitleRule[] = [
  { titles: ['point'], name: 'record' },
  { titles: ['e'], name: 'voltage_V' },
  { titles: ['i'], name: 'current_A' },
  { titles: ['elapsedtime'], name: 'time_s' },
  { titles: ['eapplied'], name: 'controlVoltage_V' },
  { titles: ['iapplied'], name: 'controlCurrent_A' },
  { titles: ['frequency'], name: 'frequency_Hz' },
  { titles: ['zreal'], name: 'zRe_ohm', defaultUnit: 'ohm' },
  { titles: ['zimag'], name: 'zIm_ohm', defaultUnit: 'ohm' },
  {
    // Ranges, flags, the measured phasors, the second electrometer.
    titles: [
      ...['segment', 'adcsyncinput', 'currentrange', 'status', 'ereal', 'eimag', 'ireal', 'iimag'],
      ...['e2status', 'e2', 'e2real', 'e2imag', 'z2real', 'z2imag', 'actionid', 'acamplitude'],
    ],
    name: null,
  },
];
