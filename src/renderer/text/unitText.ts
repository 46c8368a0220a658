/** Units of parameters and metrics as people write them. */
const WRITTEN: Readonly<Record<string, string>> = {
  '-': '',
  ohm: 'Ω',
  'ohm cm2': 'Ω cm²',
  'mAh/cm2': 'mAh/cm²',
  'S s^n': 'S sⁿ',
  'ohm s^-1/2': 'Ω s⁻¹ᐟ²',
};

export function unitText(unit: string): string {
  return WRITTEN[unit] ?? unit;
}
