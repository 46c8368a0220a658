/** What the Kramers-Kronig test advises. */

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
};
