/**
 * Rows with one value more than there are titles: somebody lost a title, and nothing says which. Every place where it
 * may have stood is tried, and a place is ruled out where the rows then contradict what the titles mean (|Z|² =
 * Re² + Im² and the like). A column is named only if every place that is left agrees about it.
 */
export interface RecoveredTitles {
  /** One for each value of a row; null where the title cannot be proven. */
  readonly titles: readonly (string | null)[];
  /** The title that was found missing, if that could be proven too. */
  readonly recovered: string | null;
}

interface Relation {
  readonly titles: readonly string[];
  readonly holds: (values: readonly number[]) => boolean;
}

const RE = 'Re(Z)/Ohm';
const MINUS_IM = '-Im(Z)/Ohm';
const MODULUS = '|Z|/Ohm';
const PHASE = 'Phase(Z)/deg';
const FREQUENCY = 'freq/Hz';

/** Text exports carry eight digits; phases near 90° lose some of them. */
const TOLERANCE = 1e-4;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const close = (a: number, b: number, scale = Math.abs(b)) => Math.abs(a - b) <= TOLERANCE * Math.abs(scale);
const isCount = (value: number) => Number.isInteger(value) && value >= 0;

function relation(titles: readonly string[], holds: (a: number, b: number, c: number) => boolean): Relation {
  return { titles, holds: ([a = NaN, b = NaN, c = NaN]) => holds(a, b, c) };
}

const RELATIONS: readonly Relation[] = [
  relation([RE, MINUS_IM, MODULUS], (re, minusIm, modulus) => close(Math.hypot(re, minusIm), modulus)),
  relation([RE, MODULUS, PHASE], (re, modulus, phase) =>
    close(modulus * Math.cos(radians(phase)), re, modulus),
  ),
  relation([MINUS_IM, MODULUS, PHASE], (minusIm, modulus, phase) =>
    close(-modulus * Math.sin(radians(phase)), minusIm, modulus),
  ),
  relation([RE, MINUS_IM, PHASE], (re, minusIm, phase) =>
    close(Math.hypot(re, minusIm) * Math.cos(radians(phase)), re, Math.hypot(re, minusIm)),
  ),
  relation([MODULUS, '|Y|/Ohm-1'], (modulus, admittance) => modulus === 0 || close(modulus * admittance, 1)),
  relation([PHASE, 'Phase(Y)/deg'], (phase, phaseY) => close(-phase, phaseY)),
  relation([FREQUENCY, MINUS_IM, 'Cs/µF'], (frequency, minusIm, cs) =>
    frequency === 0 ? cs === 0 : close(2 * Math.PI * frequency * minusIm * cs * 1e-6, 1),
  ),
  relation([FREQUENCY], (frequency) => frequency >= 0),
  relation([MODULUS], (modulus) => modulus >= 0),
  relation(['cycle number'], isCount),
  relation(['half cycle'], isCount),
  relation(['Ns'], isCount),
  relation(['I Range'], isCount),
  relation(['mode'], (mode) => mode === 1 || mode === 2 || mode === 3),
  relation(['ox/red'], (flag) => flag === 0 || flag === 1),
  relation(['error'], (flag) => flag === 0 || flag === 1),
  relation(['control changes'], (flag) => flag === 0 || flag === 1),
  relation(['counter inc.'], (flag) => flag === 0 || flag === 1),
];

/** Micro signs survive damage only as something that is not ASCII. */
const asWritten = (title: string) => title.replace(/^(C[sp])\/[^F]*F$/, '$1/µF');

function contradicts(titles: readonly (string | null)[], rows: readonly (readonly number[])[]): boolean {
  return RELATIONS.some(({ titles: needed, holds }) => {
    const places = needed.map((title) => titles.indexOf(title));
    if (places.includes(-1)) return false;
    return rows.some((row) => !holds(places.map((place) => row[place] ?? NaN)));
  });
}

/** Whether a relation with this title speaks about rows that could have contradicted it. */
function isProven(title: string, titles: readonly (string | null)[]): boolean {
  return RELATIONS.some(
    ({ titles: needed }) =>
      needed.length >= 3 && needed.includes(title) && needed.every((each) => titles.includes(each)),
  );
}

function recoverAt(
  place: number,
  titles: readonly (string | null)[],
  rows: readonly (readonly number[])[],
): string | null {
  const candidates = [FREQUENCY, RE, MINUS_IM, MODULUS, PHASE].filter((title) => {
    if (titles.includes(title)) return false;
    const complete = titles.with(place, title);
    return isProven(title, complete) && !contradicts(complete, rows);
  });
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/**
 * Titles for rows that have one value more than `titles`, or undefined when no place for the missing title fits.
 * `rows` are sample rows with titles.length + 1 values each.
 */
export function recoverTitles(
  titles: readonly string[],
  rows: readonly (readonly number[])[],
): RecoveredTitles | undefined {
  const written = titles.map(asWritten);
  const places = Array.from({ length: titles.length + 1 }, (_, place) => place);
  const fitting = places.filter((place) => !contradicts(written.toSpliced(place, 0, ''), rows));
  if (fitting.length === 0 || rows.length === 0) return undefined;
  const proposals = fitting.map((place): (string | null)[] => [
    ...titles.slice(0, place),
    null,
    ...titles.slice(place),
  ]);
  const agreed = places.map((value) => {
    const title = proposals[0]?.[value] ?? null;
    return proposals.every((proposal) => proposal[value] === title) ? title : null;
  });
  const place = fitting.length === 1 ? fitting[0] : undefined;
  if (place === undefined) return { titles: agreed, recovered: null };
  const recovered = recoverAt(
    place,
    agreed.map((title) => title && asWritten(title)),
    rows,
  );
  return { titles: agreed.with(place, recovered), recovered };
}
