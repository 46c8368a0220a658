/** Colours of measurements that their cell gives none of their own: by their order. */
import { seriesColours } from '#figures/seriesColours.ts';

interface Measured {
  readonly dataset: { readonly id: string };
}

/** By dataset; none for a single one. */
export function gradedColours(measured: readonly Measured[]): ReadonlyMap<string, string> {
  if (measured.length < 2) return new Map();
  const colours = seriesColours(measured.length);
  return new Map(measured.map(({ dataset }, at) => [dataset.id, colours[at] ?? '#000000']));
}
