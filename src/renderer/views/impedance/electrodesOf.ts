import type { Electrodes } from '#core/eis/roleWarnings.ts';
import type { ChosenSpectrum } from './chosenSpectra.ts';

/** Null where the area is not known. */
export function electrodesOf({ cell }: Pick<ChosenSpectrum, 'cell'>): Electrodes | null {
  const area_cm2 = cell?.area_cm2 ?? null;
  return area_cm2 === null ? null : { area_cm2, interfaces: cell?.kind === 'symmetric' ? 2 : 1 };
}
