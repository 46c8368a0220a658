/** What everything computed of a spectrum depends on: its points, the sign of Z'' and what is subtracted. */
import { CORE_VERSION } from '#core/version.ts';
import { BLANK_KINDS } from '../../store/schema.ts';
import type { SpectrumView } from './useSpectra.ts';

type Dataset = SpectrumView['dataset'];

function pointsKey({
  contentKey,
  impedanceSign = 'as-is',
  excludedRows = [],
}: Pick<Dataset, 'contentKey' | 'impedanceSign' | 'excludedRows'>): string {
  return [contentKey, impedanceSign, excludedRows.join(',')].join(' ');
}

export function spectrumKey({ dataset }: { readonly dataset: Dataset }): string {
  const blanks = BLANK_KINDS.flatMap((kind) => {
    const blank = dataset.blanks?.[kind];
    return blank ? [`without ${kind} ${pointsKey(blank)}`] : [];
  });
  return [CORE_VERSION, pointsKey(dataset), ...blanks].join(' ');
}
