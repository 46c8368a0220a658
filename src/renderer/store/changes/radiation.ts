/** The user's answer to the question which X-rays a scan was made with. */
import { text } from '../../text/text.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change } from '../studyStore.ts';

/** An id as `CuKa`; null = as the file says. Both sides name the field: what is undone must be set, also to no answer. */
export function setRadiation(datasets: readonly StoredDataset[], id: string | null): Change {
  const changed = datasets.filter(
    ({ kind, radiation }) => kind === 'diffraction' && (radiation ?? null) !== id,
  );
  return {
    label: text.changes.radiation,
    rows: changed.map((dataset) => ({
      table: 'datasets',
      id: dataset.id,
      before: { ...dataset, radiation: dataset.radiation },
      after: { ...dataset, radiation: id ?? undefined },
    })),
  };
}
