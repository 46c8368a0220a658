/** The header of a Gamry `.DTA` file: `KEY<TAB>TYPE<TAB>value…`, between and around its tables. */
import type { Metadata } from '#core/dataset.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';

export interface GamryHeader {
  /** Takes a line that belongs to no table. */
  add(line: string): void;
  readonly tag: () => string;
  readonly aborted: () => boolean;
  /** Kind of the current convention, as written. */
  readonly convention: () => string | null;
  readonly metadata: () => Metadata;
}

const NUMBER_TYPES = new Set(['QUANT', 'IQUANT', 'POTEN']);
/** More settings than any experiment has. */
const MOST_KEYS = 1000;

interface Entry {
  readonly type: string;
  readonly value: string;
}

/** The mark differs from computer to computer; a header number holds one mark at most. */
function numberOf(text: string): number | null {
  const value = parseNumber(text, text.includes(',') ? ',' : '.');
  return value === undefined || Number.isNaN(value) ? null : value;
}

export function createGamryHeader(): GamryHeader {
  const entries = new Map<string, Entry>();
  const text = (key: string): string | null => entries.get(key)?.value ?? null;
  const number = (key: string): number | null => numberOf(text(key) ?? '');

  return {
    add(line) {
      const [key = '', type = '', value = ''] = line.split('\t').map((cell) => cell.trim());
      if (key === 'TAG') entries.set(key, { type: 'LABEL', value: type });
      else if (/^[A-Z]\w*$/u.test(key) && entries.size < MOST_KEYS) entries.set(key, { type, value });
    },
    tag: () => text('TAG') ?? 'Gamry experiment',
    aborted: () => text('EXPERIMENTABORTED') === 'T',
    convention: () => text('CONVENTION'),
    metadata() {
      const settings = [...entries].flatMap(([key, { type, value }]) =>
        NUMBER_TYPES.has(type) ? [[`setting ${key}`, numberOf(value) ?? value] as const] : [],
      );
      return {
        technique: text('TAG'),
        title: text('TITLE'),
        // As the computer's locale had it: the order of day and month is not known.
        date: text('DATE'),
        time: text('TIME'),
        area_cm2: number('AREA'),
        openCircuit_V: number('EOC'),
        aborted: text('EXPERIMENTABORTED') === 'T',
        ...Object.fromEntries(settings),
      };
    },
  };
}
