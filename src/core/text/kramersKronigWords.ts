/** What the Kramers-Kronig test advises, and what is said where Z-HIT disagrees. */

const hertz = (value: number): string => `${Number(value.toPrecision(3))} Hz`;

const pointsOf = (count: number): string => (count === 1 ? 'the point' : `the ${count} points`);

export const kramersKronigWords = {
  dropAdvice: (
    code: 'drop-low' | 'drop-high' | 'drop-points' | 'repeat',
    frequencies_Hz: readonly number[],
  ): string => {
    if (code === 'repeat')
      return 'No few points explain the structure of the residuals: the cell changed during the whole sweep. Measure again once it is steady.';
    const without = `Without ${pointsOf(frequencies_Hz.length)}`;
    if (code === 'drop-low')
      return `${without} at and below ${hertz(Math.max(...frequencies_Hz))} the rest is valid: the cell changed while the lowest frequencies were measured.`;
    if (code === 'drop-high')
      return `${without} at and above ${hertz(Math.min(...frequencies_Hz))} the rest is valid: leads or the limit of the instrument disturb the highest frequencies.`;
    return `${without} at ${frequencies_Hz.map(hertz).join(', ')} the rest is valid: single disturbed readings.`;
  },
  onlyZHitValid:
    'Z-HIT finds no drift of the modulus: what the residuals show is short or weak. Believe the residuals.',
  zHitDeviation: (largest: number, frequencies_Hz: readonly number[]): string => {
    const percent = `${Number((100 * largest).toPrecision(2))} %`;
    const [from, to] = [hertz(Math.min(...frequencies_Hz)), hertz(Math.max(...frequencies_Hz))];
    return `Z-HIT disagrees: the modulus that the phase gives is up to ${percent} off ${from === to ? `at ${from}` : `between ${from} and ${to}`}.`;
  },
  believeKramersKronig:
    'That is only at an end of the sweep, beyond which Z-HIT does not know the phase, so that its formula fails there where the phase is steep; the Kramers-Kronig residuals show nothing there. The verdict stays valid; do not rest a result on these points alone.',
  doubtKramersKronig:
    'That is inside the sweep, where a slow drift can pass the Kramers-Kronig test. The spectrum is doubtful: measure again and compare.',
  followsNoise: (rcCount: number, mu: number): string =>
    `The fit took ${rcCount} RC elements (mu ${mu.toFixed(2)}), which follow part of the noise: the residuals are smaller than the noise.`,
};
