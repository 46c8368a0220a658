/** State and behaviour of the study tree: what is open, found, focused, chosen, dropped. */
import { useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { StudyContents } from '../../store/studyStore.ts';
import { useSession } from '../session.ts';
import { useStudyActions } from '../useStudyActions.ts';
import { isChosen, rangeTo, selectionOf, toggled as toggledNode } from './chooseNodes.ts';
import { droppedRows } from './draggedDatasets.ts';
import { treeKeyAction } from './treeKey.ts';
import { acceptsRows, type TreeNode } from './treeNode.ts';
import { treeNodes } from './treeNodes.ts';

function flipped(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const copy = new Set(set);
  if (!copy.delete(key)) copy.add(key);
  return copy;
}

function focusRow(from: Element, key: string): void {
  const tree = from.closest('[role="tree"]');
  tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

export function useTree(contents: StudyContents) {
  const { selection, select } = useSession();
  const actions = useStudyActions();
  const [query, setQuery] = useState('');
  const [openState, setOpenState] = useState<ReadonlySet<string>>(new Set());
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const nodes = useMemo(
    () => treeNodes(contents, { toggled: openState, query: query.trim() }),
    [contents, openState, query],
  );

  const toggle = (node: TreeNode) => {
    setOpenState(flipped(openState, node.key));
  };
  const choose = (event: MouseEvent | KeyboardEvent, node: TreeNode) => {
    setFocusKey(node.key);
    if (event.shiftKey) {
      select(rangeTo(nodes, anchor.current, node.key));
      return;
    }
    anchor.current = node.key;
    select(event.ctrlKey || event.metaKey ? toggledNode(node, selection) : selectionOf([node]));
  };
  const onKeyDown = (event: KeyboardEvent, node: TreeNode) => {
    const action = treeKeyAction(nodes, node.key, event.key);
    if (!action || (event.ctrlKey && action.kind === 'remove')) return;
    event.preventDefault();
    if (action.kind === 'toggle') toggle(node);
    else if (action.kind === 'choose') choose(event, node);
    else if (action.kind === 'remove')
      void actions.removeSelected(isChosen(node, selection) ? selection : selectionOf([node]));
    else {
      setFocusKey(action.key);
      focusRow(event.currentTarget, action.key);
      const target = nodes.find(({ key }) => key === action.key);
      if (event.shiftKey && target) choose(event, target);
    }
  };
  const onDrop = (event: DragEvent, node: TreeNode) => {
    const dragged = droppedRows(event.dataTransfer);
    if (!dragged || !acceptsRows(node)) return;
    event.preventDefault();
    event.stopPropagation();
    void actions.dropOn(node, dragged);
  };
  const dragged = (node: TreeNode) => (isChosen(node, selection) ? selectionArrays(selection) : node);
  return { nodes, query, setQuery, selection, focusKey, toggle, choose, onKeyDown, onDrop, dragged };
}

function selectionArrays({
  cellIds,
  datasetIds,
}: {
  cellIds: ReadonlySet<string>;
  datasetIds: ReadonlySet<string>;
}) {
  return { cellIds: [...cellIds], datasetIds: [...datasetIds] };
}
