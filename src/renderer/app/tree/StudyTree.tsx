/** The study at the left of the window. */
import { CloseButton, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { isChosen } from './chooseNodes.ts';
import { TreeRow } from './TreeRow.tsx';
import { useTree } from './useTree.ts';

export function StudyTree({ contents }: { readonly contents: StudyContents }) {
  const tree = useTree(contents);
  const focusKey = tree.nodes.some(({ key }) => key === tree.focusKey) ? tree.focusKey : tree.nodes[0]?.key;
  const impedance = new Set(contents.datasets.filter(({ kind }) => kind === 'impedance').map(({ id }) => id));
  return (
    <nav className="study-tree" aria-label={text.tree.title}>
      <TextInput
        size="xs"
        m={8}
        value={tree.query}
        onChange={(event) => {
          tree.setQuery(event.currentTarget.value);
        }}
        placeholder={text.tree.search}
        aria-label={text.tree.search}
        leftSection={<IconSearch size={14} />}
        rightSection={
          tree.query !== '' && (
            <CloseButton
              size="xs"
              aria-label={text.tree.clearSearch}
              onClick={() => {
                tree.setQuery('');
              }}
            />
          )
        }
      />
      <div role="tree" aria-multiselectable aria-label={text.tree.title} className="tree-rows">
        {tree.nodes.map((node) => (
          <TreeRow
            key={node.key}
            node={node}
            chosen={isChosen(node, tree.selection)}
            focusable={node.key === focusKey}
            impedance={node.datasetIds.some((id) => impedance.has(id))}
            onClick={tree.choose}
            onToggle={tree.toggle}
            onKeyDown={tree.onKeyDown}
            onDrop={tree.onDrop}
            onDragStart={tree.dragged}
          />
        ))}
      </div>
      {tree.nodes.length === 0 && (
        <Text size="xs" c="dimmed" px={12}>
          {tree.query === '' ? text.tree.empty : text.tree.nothingFound}
        </Text>
      )}
    </nav>
  );
}
