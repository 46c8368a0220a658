/** What the tree, the table and the commands do with what is chosen. */
import { notifications } from '@mantine/notifications';
import { patchCells, removeCells } from '../store/changes/cellChanges.ts';
import { assignDatasets, removeDatasets } from '../store/changes/datasetChanges.ts';
import type { Change, StudyContents } from '../store/studyStore.ts';
import { text } from '../text/text.ts';
import { EMPTY_SELECTION, type Selection } from './selection.ts';
import { useSession } from './session.ts';
import type { Dragged } from './tree/draggedDatasets.ts';
import type { TreeNode } from './tree/treeNode.ts';
import { useChange } from './useChange.ts';

function removal(contents: StudyContents, { cellIds, datasetIds }: Selection): Change {
  return cellIds.size > 0 ? removeCells(contents, cellIds) : removeDatasets(contents, datasetIds);
}

/** Cells into a group, measurements to a cell or to no cell. */
function dropChange(contents: StudyContents, node: TreeNode, dragged: Dragged): Change | null {
  const datasetIds = new Set(dragged.datasetIds);
  if (node.kind === 'group') {
    const cells = contents.cells.filter(({ id }) => dragged.cellIds.includes(id));
    const groupId = node.key === 'group:none' ? null : node.key.slice('group:'.length);
    return patchCells(cells, { groupId }, text.changes.moveCells(cells.length));
  }
  const cellId = node.kind === 'cell' ? (node.cellIds[0] ?? null) : null;
  return datasetIds.size > 0 ? assignDatasets(contents, datasetIds, cellId) : null;
}

export function useStudyActions() {
  const { contents, select } = useSession();
  const change = useChange();
  return {
    removeSelected: async (selection: Selection): Promise<void> => {
      const removed = removal(contents, selection);
      if (removed.rows.length === 0 || !(await change(removed))) return;
      select(EMPTY_SELECTION);
      notifications.show({ message: text.app.undoable(removed.label) });
    },
    dropOn: async (node: TreeNode, dragged: Dragged): Promise<void> => {
      const dropped = dropChange(contents, node, dragged);
      if (dropped) await change(dropped);
    },
  };
}
