/** What the command `layer` says. */
export const layerWords = {
  summary: 'Follows an amalgam layer by the charge that passes: phases, liquid, thickness, potential.',
  metalOption: () => 'Li (default), Na, K, Zn or Mg.',
  phaseOption: () =>
    'What the film was measured as: LiHg3 (default for Li), LiHg, Li3Hg, L or Hg, the mercury before it took up metal.',
  thicknessOption: () => 'Thickness of the dense film.',
  massOption: () => 'Mercury on one electrode, in place of a thickness; the phase then says what it holds.',
  currentOption: () => 'Current density on one electrode, mA/cm².',
  directionOption: () => 'strip takes metal out of this electrode, plate brings it.',
  timeOption: () => 'How long the current flows.',
  exchangeOption: () =>
    'Metal that comes back from a foil beneath, dy/dt = k(y_full − y), 1/h; 0 (default) is a film on its own, inf keeps it full.',
  noFiles: () => 'layer: takes no file; describe the film with options.',
  missing: (option: string) => `layer: --${option} is missing. See amalgam layer --help.`,
  oneInventory: () => 'layer: give either --thickness-um or --hg-mg-cm2.',
  badDirection: (text: string) => `--direction is strip or plate, not "${text}".`,
  badExchange: (text: string) => `--exchange is a number not below 0, or inf, not "${text}".`,
  unknownMetal: (metal: string, known: readonly string[]) =>
    `--metal is one of ${known.join(', ')}, not "${metal}".`,
  noAmalgam: (metal: string, why: string) => `layer: ${metal} has no layer to follow. ${why}`,
  unknownPhase: (phase: string, known: readonly string[]) =>
    `--phase is one of ${known.join(', ')}, not "${phase}".`,
  noVolume: (phase: string) =>
    `layer: the volume of ${phase} is not known; give the mercury itself with --hg-mg-cm2, or --phase Hg.`,
  isolated: () => 'A film on its own: an upper bound of the liquid. Metal from a foil beneath leaves less.',
  exhausted: (charge: number) =>
    `The film was empty: ${charge.toPrecision(4)} mAh/cm² came from elsewhere, from the foil or from nowhere.`,
  plateauDoubt: (error: number) =>
    `The potential is known to ±${(error * 1000).toFixed(0)} mV at best; fit it from a slow titration of your own.`,
  beyond: () => 'The film holds more metal than the first solid: what forms then is not in the model.',
  row: (name: string, value: string) => `${name.padEnd(26)}${value}`,
};
