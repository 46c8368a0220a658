/** What the options that describe a cell say. */
export const cellFactsWords = {
  metalOption: (known: readonly string[]) => `Metal of the electrodes: ${known.join(', ')}.`,
  thicknessOption: () => 'Thickness of the electrolyte, for its ohmic floor.',
  conductivityOption: () => 'Conductivity of the electrolyte (in a separator the effective one).',
  saltOption: () => 'Salt concentration in mol/L, for Sand’s time.',
  diffusivityOption: () => 'Ambipolar diffusion coefficient of the salt; Sand’s time is refused without.',
  transferenceOption: () => 'Transference number of the metal’s ion, up to 1.',
  unknownMetal: (metal: string, known: readonly string[]) =>
    `--metal is one of ${known.join(', ')}, not "${metal}".`,
  transferenceAboveOne: () => '--transference is at most 1.',
};
