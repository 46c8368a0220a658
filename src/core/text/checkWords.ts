/** What the checks of an import say, one function a sentence. Rows count from 1. */

/** Where in a dataset something was found, and how large it is. */
export interface Place {
  readonly row: number;
  readonly time_s: number;
  readonly size_s: number;
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
  voltages: (extremes: readonly { column: string; value: number }[], limit_V: number) =>
    extremes.map(({ column, value }) => `${column} reaches ${number(value)} V`).join(', ') +
    (extremes.some(({ value }) => Math.abs(value) > limit_V)
      ? `: is the unit in the header right?`
      : `, within ±${limit_V} V.`),
  complete: () => 'Nothing in the file says that the run was still going on.',
  growing: () =>
    'The run had not ended when this file was written; import it again when it has, and it replaces this one.',
};
