/** Words on spectra measured without a cell. */
export const impedanceBlank = {
  title: 'Blank',
  kinds: { short: 'Leads (short) to subtract', open: 'Empty holder (open) to subtract' },
  none: 'none',
  several: 'differs between the spectra',
  hint: 'A spectrum of this study, measured in the same holder without the cell.',
  changed: 'The blank was changed since it was chosen; what it was then is still subtracted.',
  renew: 'Take it as it is now',
  missing: (file: string) => `its blank is no longer in the study; choose another or none (${file})`,
  useless: 'its blank has no frequency and impedance to subtract',
};
