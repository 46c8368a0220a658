/**
 * Vendor unit text to canonical unit. Powers of ten are kept as a decimal shift, because moving the decimal point
 * before rounding is exact and multiplying by 0.001 is not.
 */
export interface UnitConversion {
  readonly unit: string;
  /** canonical = text × 10^decimalShift × factor */
  readonly decimalShift: number;
  readonly factor: number;
}

const PREFIXES: Readonly<Record<string, number>> = { p: -12, n: -9, u: -6, m: -3, '': 0, k: 3, M: 6 };
const PREFIXED = ['A', 'V', 'Ah', 'Wh', 'W', 'ohm', 'F', 'C', 'Hz', 'H', 'g', 's', 'S'];

const IRREGULAR: Readonly<Record<string, UnitConversion>> = {
  min: { unit: 's', decimalShift: 0, factor: 60 },
  h: { unit: 's', decimalShift: 0, factor: 3600 },
  mAs: { unit: 'Ah', decimalShift: -3, factor: 1 / 3600 },
  As: { unit: 'Ah', decimalShift: 0, factor: 1 / 3600 },
  mWs: { unit: 'Wh', decimalShift: -3, factor: 1 / 3600 },
  Ws: { unit: 'Wh', decimalShift: 0, factor: 1 / 3600 },
  'rad/s': { unit: 'Hz', decimalShift: 0, factor: 1 / (2 * Math.PI) },
  rad: { unit: '°', decimalShift: 0, factor: 180 / Math.PI },
  deg: { unit: '°', decimalShift: 0, factor: 1 },
  degC: { unit: '°C', decimalShift: 0, factor: 1 },
  C: { unit: 'Ah', decimalShift: 0, factor: 1 / 3600 },
  K: { unit: 'K', decimalShift: 0, factor: 1 },
  '%': { unit: '%', decimalShift: 0, factor: 1 },
  'mAh/g': { unit: 'mAh/g', decimalShift: 0, factor: 1 },
  'mWh/g': { unit: 'mWh/g', decimalShift: 0, factor: 1 },
};

/** ASCII skeleton of a unit: micro signs, degree signs, dots and blanks in one spelling. */
function normalised(text: string): string {
  return text
    .trim()
    .replace(/[µμ]/g, 'u')
    .replace(/°\s*C|℃/g, 'degC')
    .replace(/°/g, 'deg')
    .replace(/Ω|Ohms?|ohms?/g, 'ohm')
    .replace(/[.·]|\s/g, '')
    .replace(/sec$|Sec$/, 's');
}

/** The conversion of a vendor's unit text, or undefined when it is not known. */
export function parseUnit(text: string): UnitConversion | undefined {
  const unit = normalised(text);
  // hasOwn, because a title can hold any word, `constructor` too.
  const irregular = Object.hasOwn(IRREGULAR, unit) ? IRREGULAR[unit] : undefined;
  if (irregular) return irregular;
  for (const base of PREFIXED) {
    if (!unit.endsWith(base)) continue;
    const prefix = unit.slice(0, unit.length - base.length);
    const decimalShift = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
    if (decimalShift !== undefined) return { unit: base, decimalShift, factor: 1 };
  }
  return undefined;
}
