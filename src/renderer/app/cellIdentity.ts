/** A measurement as figures know it. */
import { cellColours, UNGROUPED_COLOUR } from '#core/project/cellColours.ts';
import type { Cell } from '#core/project/study.ts';
import { figureWords } from '#core/text/figureWords.ts';
import type { CellIdentity } from '#figures/cellTrace.ts';
import { STATE_DASHES } from '#figures/stateDash.ts';
import type { StoredDataset } from '../store/schema.ts';
import type { StudyContents } from '../store/studyStore.ts';

export interface MeasuredCell {
  readonly dataset: StoredDataset;
  readonly cell: Cell | null;
}

export function cellIdentity(contents: StudyContents, { dataset, cell }: MeasuredCell): CellIdentity {
  const group = contents.study.groups.find(({ id }) => id === cell?.groupId);
  const receipt = contents.imports.find(({ id }) => id === dataset.importId);
  const name = cell?.name ?? dataset.fileName;
  const groupName = group?.name ?? figureWords.ungrouped;
  return {
    id: dataset.id,
    name,
    group: groupName,
    isAssigned: cell !== null,
    groupColour: group?.colour ?? UNGROUPED_COLOUR,
    colour: (cell && cellColours(contents.study, contents.cells).get(cell.id)) ?? UNGROUPED_COLOUR,
    dash: STATE_DASHES[dataset.state.kind],
    source: {
      id: dataset.id,
      cell: name,
      group: groupName,
      fileName: dataset.fileName,
      sha256: receipt?.sha256 ?? '',
    },
  };
}
