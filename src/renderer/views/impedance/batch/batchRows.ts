/** The chosen spectra as rows of the batch's tables: whose they are, and what was computed. */
import type { BatchItem } from '#core/eis/batchItem.ts';
import type { BatchRow } from '#core/eis/batchTables.ts';
import type { StudyContents } from '../../../store/studyStore.ts';
import { text } from '../../../text/text.ts';
import { spectrumState } from '../cellSpectra.ts';
import type { SpectrumView } from '../useSpectra.ts';

export const IDENTITY_TITLES: readonly string[] = Object.values(text.impedanceBatch.identity);

/** In the order of IDENTITY_TITLES. */
export function batchRows(
  { study }: StudyContents,
  views: readonly SpectrumView[],
  items: ReadonlyMap<string, BatchItem>,
): readonly BatchRow[] {
  return views.map((view) => {
    const { dataset, cell, used } = view;
    const { fileName, label } = dataset;
    const group = study.groups.find(({ id }) => id === cell?.groupId)?.name ?? '';
    return {
      identity: [fileName, label, cell?.name ?? '', group, spectrumState(view)],
      spectrum: used.spectrum,
      item: items.get(dataset.id) ?? null,
    };
  });
}
