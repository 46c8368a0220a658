/** The core's own column names as titles of a table: canonical units, nothing is scaled. */
import { COLUMNS, type CoreColumn } from '#core/columns.ts';
import type { Column } from '#core/dataset.ts';
import { skeletonOf } from '#core/import/headerTitle.ts';
import type { TitleRule } from '#core/import/titleRules.ts';

export const CORE_TITLES: readonly TitleRule[] = (Object.keys(COLUMNS) as CoreColumn[]).map((name) => ({
  titles: [skeletonOf(name)],
  name,
  defaultUnit: COLUMNS[name].unit,
  only: new RegExp(`^${name}$`, 'u'),
  ...(name === 'stepType' && { kind: 'text' as const }),
}));

const SPELLED: ReadonlyMap<string, string> = new Map([
  ['degC', '°C'],
  ['deg', '°'],
  ['percent', '%'],
]);

/** Names in the core's style that the core does not list carry their unit behind the last underscore (`zCeRe_ohm`). */
export function withUnitOfName(column: Column): Column {
  const suffix = /^[a-z][A-Za-z0-9]*_([^_\s]+)$/u.exec(column.name)?.[1];
  if (column.unit !== '' || suffix === undefined) return column;
  return { ...column, unit: SPELLED.get(suffix) ?? suffix };
}
