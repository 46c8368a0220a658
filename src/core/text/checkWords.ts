/** What the checks of an import say, one function a sentence. Rows count from 1. */

/** Where in a dataset something was found, and how large it is. */
export interface Place {
  readonly row: number;
  readonly time_s: number;
  readonly size_s: number;
}

/** One segment of a counter between two resets, beside the integral over the same rows. */
export interface CounterDifference {
  readonly row: number;
  readonly time_s: number;
  readonly counter_Ah: number;
  readonly integral_Ah: number;
}

/** How often a clue to the sign of the current agreed with it. */
export interface SignEvidence {
  readonly clue: string;
  readonly agree: number;
  readonly disagree: number;
}

const number = (value: number, digits = 4): string =>
  Number(value.toPrecision(digits)).toLocaleString('en', { maximumFractionDigits: 12 });
const plural = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
const place = ({ row, time_s, size_s }: Place): string =>
  `row ${row.toLocaleString('en')} at ${number(time_s, 8)} s by ${number(size_s)} s`;

function listed(kind: string, places: readonly Place[]): string {
  if (places.length === 0) return '';
  const more = places.length > 3 ? ' …' : '';
  return `${plural(places.length, kind)} (${places.slice(0, 3).map(place).join('; ')}${more})`;
}

export const checkWords = {
  noDatasets: () => 'The file holds no measurement.',
  fewRows: () => 'There are fewer than two rows.',
  noColumn: (name: string) => `There is no ${name} column.`,
  ofMany: (quoted: readonly string[], more: number) =>
    quoted.join(' ') + (more > 0 ? ` The same kind of finding in ${plural(more, 'further dataset')}.` : ''),
  places: (places: readonly Place[]) => places.map(place).join('; '),
  time: (
    {
      gaps,
      resets,
      overlaps,
    }: { gaps: readonly Place[]; resets: readonly Place[]; overlaps: readonly Place[] },
    rows: number,
  ) => {
    const found = [listed('gap', gaps), listed('reset', resets), listed('overlap', overlaps)].filter(Boolean);
    return found.length === 0
      ? `Time runs forwards over all ${rows.toLocaleString('en')} rows without a gap.`
      : `Time has ${found.join(', ')}.`;
  },
  noImpedance: () => 'This is no impedance.',
  impedanceOnce: () => 'The file holds the impedance in one form only.',
  impedanceTwice: ({
    same,
    points,
    difference_percent,
  }: {
    same: number;
    points: number;
    difference_percent: number | null;
  }) =>
    [
      points === 0 ? '' : `Z'' and the phase have the same sign at ${same} of ${points} points.`,
      difference_percent === null
        ? ''
        : `|Z| differs from Z' and Z'' by up to ${number(difference_percent, 2)} %.`,
    ]
      .filter(Boolean)
      .join(' '),
  voltages: (extremes: readonly { column: string; value: number }[], limit_V: number) =>
    extremes.map(({ column, value }) => `${column} reaches ${number(value)} V`).join(', ') +
    (extremes.some(({ value }) => Math.abs(value) > limit_V)
      ? `: is the unit in the header right?`
      : `, within ±${limit_V} V.`),
  noRun: () => 'It needs time, voltage and current of a cycling run.',
  noCharge: () => 'No charge worth comparing passed, or its counter never moved within a step.',
  noCounter: () => 'The file has no capacity counter of its own.',
  counterAgrees: (column: string, segments: number, largest_percent: number) =>
    `${column} agrees with ∫I dt in ${plural(segments, 'segment')} (largest difference ${number(largest_percent, 2)} %).`,
  counterDiffers: (column: string, failed: number, segments: number, worst: CounterDifference) =>
    `${column} differs from ∫I dt by more than 1 % in ${failed.toLocaleString('en')} of ${plural(segments, 'segment')}, most from row ${worst.row.toLocaleString('en')} at ${number(worst.time_s, 8)} s: counter ${number(1000 * worst.counter_Ah)} mAh, integral ${number(1000 * worst.integral_Ah)} mAh.`,
  sign: (signs: readonly SignEvidence[]) =>
    `${signs.map(({ clue, agree, disagree }) => `${clue}: ${agree.toLocaleString('en')} for, ${disagree.toLocaleString('en')} against`).join('; ')}.`,
  signClues: {
    jumps: 'voltage steps with the current',
    slope: 'voltage rises with positive current over a half cycle',
    counters: 'counters run with the current',
  },
  noSignClue: () => 'The current never changes and no counter stands beside it, so nothing shows its sign.',
  noHalfCycles: () => 'The current makes no half cycle, so there is nothing to count.',
  voltageControlled: () =>
    'The voltage is controlled and no counter stands beside the current, so nothing shows its sign.',
  noVendorCycles: (computed: number, rule: string) =>
    `The file has no cycle number; ${plural(computed, 'cycle')} computed (${rule}).`,
  cycles: (vendor: { count: number; first: number; last: number }, computed: number, rule: string) =>
    `The file counts ${plural(vendor.count, 'cycle')} (numbers ${vendor.first} to ${vendor.last}), ${plural(computed, 'cycle')} computed (${rule}).`,
  complete: () => 'Nothing in the file says that the run was still going on.',
  growing: () =>
    'The run had not ended when this file was written; import it again when it has, and it replaces this one.',
};
