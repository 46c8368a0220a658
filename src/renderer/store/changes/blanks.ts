/** Which spectra measured without a cell are taken out of others. */
import { text } from '../../text/text.ts';
import type { BlankKind, ChosenBlank, StoredDataset } from '../schema.ts';
import type { Change } from '../studyStore.ts';

/** The blank as it is now: its sign and points belong to the choice, so that results stay what they were computed from. */
function chosenBlank(blank: StoredDataset): ChosenBlank {
  const { id, fileName, contentKey, impedanceSign, excludedRows = [] } = blank;
  return { datasetId: id, fileName, contentKey, impedanceSign: impedanceSign ?? 'as-is', excludedRows };
}

export function isSameBlank(chosen: ChosenBlank | undefined, now: StoredDataset | null): boolean {
  const blank = now ? chosenBlank(now) : undefined;
  return JSON.stringify(chosen) === JSON.stringify(blank);
}

/** Nothing is taken out of itself. Both sides name the field: what is undone must be set, also to nothing. */
export function setBlank(
  datasets: readonly StoredDataset[],
  kind: BlankKind,
  blank: StoredDataset | null,
): Change {
  const changed = datasets.filter(
    (dataset) =>
      dataset.kind === 'impedance' && dataset.id !== blank?.id && !isSameBlank(dataset.blanks?.[kind], blank),
  );
  return {
    label: text.changes.blank(kind, blank?.fileName ?? null),
    rows: changed.map((dataset) => ({
      table: 'datasets',
      id: dataset.id,
      before: { ...dataset, blanks: dataset.blanks },
      after: { ...dataset, blanks: { ...dataset.blanks, [kind]: blank ? chosenBlank(blank) : undefined } },
    })),
  };
}
