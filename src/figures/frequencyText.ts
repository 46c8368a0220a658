/** A frequency as people say it: `1 MHz`, `31.6 kHz`, `10 mHz`. */
const PREFIXES = [
  [1e6, 'MHz'],
  [1e3, 'kHz'],
  [1, 'Hz'],
  [1e-3, 'mHz'],
  [1e-6, 'µHz'],
] as const;

export function frequencyText(frequency_Hz: number): string {
  // 999.99 Hz is 1 kHz to three digits.
  const rounded = Number(frequency_Hz.toPrecision(3));
  const [size, unit] = PREFIXES.find(([least]) => rounded >= least) ?? [1e-6, 'µHz'];
  return `${Number((rounded / size).toPrecision(3))} ${unit}`;
}
