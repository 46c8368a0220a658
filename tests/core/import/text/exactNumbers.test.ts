import { expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { scanTable } from '#core/import/text/scanTable.ts';

const ROWS = 300_000;

/** A small generator of its own (mulberry32), so that a failing seed can be run again. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomDecimal(random: () => number): string {
  const digits = (most: number, least = 0): string => {
    let text = '';
    // Six digits a draw: a draw for each took most of the time.
    for (let left = least + Math.floor(random() * (most - least + 1)); left > 0; left -= 6)
      text += String(1e6 + Math.floor(random() * 1e6)).slice(1, 1 + Math.min(left, 6));
    return text;
  };
  const sign = ['', '', '-', '+'][Math.floor(random() * 4)] ?? '';
  const shape = Math.floor(random() * 8);
  if (shape === 0) return sign + digits(9, 1);
  if (shape === 1) return `${sign}${digits(4, 1)}.${digits(8)}`;
  if (shape === 2)
    return `${sign}${digits(1, 1)}.${digits(15, 15)}E${random() < 0.5 ? '-' : '+'}00${digits(1, 1)}`;
  if (shape === 3) return `${sign}.${digits(20, 1)}`;
  if (shape === 4) return `${sign}${digits(25, 10)}`;
  if (shape === 5) return `${sign}${digits(12, 1)}.${digits(22)}e${Math.floor(random() * 700) - 350}`;
  if (shape === 6) return String((random() - 0.5) * 10 ** Math.floor(random() * 40 - 20));
  // Halfway cases: 2^53 and its neighbours with digits around the tie.
  return `${sign}9007199254740${digits(3, 3)}${random() < 0.5 ? '.5' : ''}`;
}

test.each([0, -3, 3])('every number equals Number(text) when units shift it by %i places', async (shift) => {
  const seed = (Date.now() ^ (shift * 7919)) >>> 0;
  const random = seededRandom(seed);
  const texts = Array.from({ length: ROWS }, () => randomDecimal(random));
  const source = memorySource('numbers.txt', new TextEncoder().encode(texts.join('\n')));
  const layout = {
    encoding: 'utf-8',
    dataStart: 0,
    firstLine: 1,
    delimiter: 9,
    decimalMark: '.',
    columns: [{ name: 'x', unit: '1', source: 'x', kind: 'number', decimalShift: shift, factor: 1 }],
    extraCells: 0,
  } as const;
  const outcome = await scanTable(source, layout, { signal: undefined, onBytes: () => undefined });
  const values = outcome.ok ? outcome.table.columns[0]?.values : undefined;
  expect(values?.length, `seed ${seed}`).toBe(ROWS);
  const wrong = texts.filter((text, i) => !Object.is(values?.[i], finite(shifted(text, shift))));
  expect(wrong.slice(0, 5), `seed ${seed}`).toEqual([]);
});

/** Number(text × 10^shift) with the exponent rewritten in the text. */
function shifted(text: string, shift: number): number {
  const power = Math.max(text.indexOf('e'), text.indexOf('E'));
  if (power < 0) return Number(`${text}e${shift}`);
  return Number(`${text.slice(0, power)}e${Number(text.slice(power + 1)) + shift}`);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
