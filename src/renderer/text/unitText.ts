/** Units of fitted parameters as people write them. */
const WRITTEN: Readonly<Record<string, string>> = {
  '-': '',
  ohm: 'Ω',
  'S s^n': 'S sⁿ',
  'ohm s^-1/2': 'Ω s⁻¹ᐟ²',
};

export function unitText(unit: string): string {
  return WRITTEN[unit] ?? unit;
}
