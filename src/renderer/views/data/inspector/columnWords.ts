/** A column in words: "Charge capacity (Ah)". */
import { COLUMNS, type ColumnDefinition } from '#core/columns.ts';

const DEFINITIONS = new Map<string, ColumnDefinition>(Object.entries(COLUMNS));

/** A column that core does not know keeps its own name. */
export function columnWords(name: string): string {
  const definition = DEFINITIONS.get(name);
  if (!definition) return name;
  const { label, unit } = definition;
  return unit === '1' ? label : `${label} (${unit === 'ohm' ? 'Ω' : unit})`;
}
