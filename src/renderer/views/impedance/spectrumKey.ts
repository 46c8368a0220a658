/** What everything computed of a spectrum depends on: its points and the sign of Z''. */
import { CORE_VERSION } from '#core/version.ts';
import type { SpectrumView } from './useSpectra.ts';

export function spectrumKey({ dataset }: Pick<SpectrumView, 'dataset'>): string {
  const { contentKey, excludedRows = [], impedanceSign = 'as-is' } = dataset;
  return [CORE_VERSION, contentKey, impedanceSign, excludedRows.join(',')].join(' ');
}
