/** Columns in words: "Charge capacity (Ah)", and sentences of core with such words in them. */
import { COLUMNS, type ColumnDefinition } from '#core/columns.ts';

const DEFINITIONS = new Map<string, ColumnDefinition>(Object.entries(COLUMNS));

/** A column that core does not know keeps its own name. */
export function columnWords(name: string): string {
  const definition = DEFINITIONS.get(name);
  if (!definition) return name;
  const { label, unit } = definition;
  return unit === '1' ? label : `${label} (${unit === 'ohm' ? 'Ω' : unit})`;
}

/** A sentence that names columns by their identifiers, as it is shown: with their words and a true minus sign. */
export function inWords(sentence: string): string {
  return sentence
    .replace(/[A-Za-z]\w*_\w+/g, (name) => DEFINITIONS.get(name)?.label ?? name)
    .replace(/(?<=^|[\s(])-(?=\d)/g, '\u2212');
}
