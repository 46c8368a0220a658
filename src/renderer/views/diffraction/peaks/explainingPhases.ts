/** The phases whose lines may explain a peak. */
import { elementsOf } from '#core/xrd/identify/chemistryFilter.ts';
import type { IdentificationRecord } from '../identificationRecord.ts';

/** Those that the user chose, else those that were found; null = none were chosen, or none were sought. */
export function explainingIds(
  record: IdentificationRecord | null,
  chosen: readonly string[] | null,
): readonly string[] {
  if (chosen) return chosen;
  const verdicts = record?.identification.phases ?? [];
  return verdicts.filter(({ verdict }) => verdict === 'present').map(({ id }) => id);
}

const SOFT = ['Li', 'Na', 'K', 'Hg', 'In', 'Sn', 'Pb'];

/** Stacking faults and texture widen the lines of such a metal too. */
export function isSoftMetal(formula: string): boolean {
  const elements = elementsOf(formula);
  return elements.length > 0 && elements.every((element) => SOFT.includes(element));
}
