/** One row of the study tree. */
import {
  IconAlertTriangle,
  IconChartLine,
  IconChevronRight,
  IconFiles,
  IconFileUnknown,
  IconWaveSine,
} from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent, MouseEvent } from 'react';
import { screenColour } from '../../components/screenColour.ts';
import { LongName } from '../../components/LongName.tsx';
import { text } from '../../text/text.ts';
import { isRowDrag, startDrag } from './draggedDatasets.ts';
import { acceptsRows, type TreeNode } from './treeNode.ts';

export interface TreeRowProps {
  readonly node: TreeNode;
  readonly chosen: boolean;
  readonly focusable: boolean;
  readonly impedance: boolean;
  readonly onClick: (event: MouseEvent, node: TreeNode) => void;
  readonly onToggle: (node: TreeNode) => void;
  readonly onKeyDown: (event: KeyboardEvent, node: TreeNode) => void;
  readonly onDrop: (event: DragEvent, node: TreeNode) => void;
  /** What a drag of this row carries. */
  readonly onDragStart: (node: TreeNode) => Pick<TreeNode, 'cellIds' | 'datasetIds'>;
}

function Mark({ node, impedance }: Pick<TreeRowProps, 'node' | 'impedance'>) {
  if (node.kind === 'file') return <IconFiles size={15} stroke={1.6} aria-hidden className="tree-icon" />;
  if (node.kind === 'dataset') {
    const Icon = impedance ? IconWaveSine : IconChartLine;
    return <Icon size={15} stroke={1.6} aria-hidden className="tree-icon" />;
  }
  if (node.kind === 'unassigned')
    return <IconFileUnknown size={15} stroke={1.6} aria-hidden className="tree-icon" />;
  const colour = node.colour === null ? 'var(--mantine-color-dimmed)' : screenColour(node.colour);
  return (
    <span className={`tree-swatch tree-swatch-${node.kind}`} style={{ background: colour }} aria-hidden />
  );
}

function FailedMark({ checks }: { readonly checks: number }) {
  if (checks === 0) return null;
  return (
    <span className="failed-mark" title={text.tree.failedChecks(checks)}>
      <IconAlertTriangle size={13} stroke={1.8} aria-hidden />
    </span>
  );
}

/** What a screen reader says of the row. */
function spokenLabel({ label, detail, dimmed, failedChecks }: TreeNode): string {
  const excluded = dimmed ? `(${text.tree.excluded})` : '';
  const failed = failedChecks > 0 ? `(${text.tree.failedChecks(failedChecks)})` : '';
  return [label, detail, excluded, failed].filter((part) => part !== '').join(' ');
}

export function TreeRow(props: TreeRowProps) {
  const { node, chosen, focusable } = props;
  return (
    <div
      role="treeitem"
      aria-level={node.level}
      aria-selected={chosen}
      aria-expanded={node.expandable ? node.expanded : undefined}
      aria-label={spokenLabel(node)}
      tabIndex={focusable ? 0 : -1}
      data-key={node.key}
      data-kind={node.kind}
      className="tree-row"
      style={{ paddingLeft: 4 + (node.level - 1) * 16 }}
      draggable={node.kind !== 'group'}
      onClick={(event) => {
        props.onClick(event, node);
      }}
      onKeyDown={(event) => {
        props.onKeyDown(event, node);
      }}
      onDragStart={(event) => {
        startDrag(event.dataTransfer, props.onDragStart(node));
      }}
      onDragOver={(event) => {
        if (acceptsRows(node) && isRowDrag(event.dataTransfer)) event.preventDefault();
      }}
      onDrop={(event) => {
        props.onDrop(event, node);
      }}
    >
      <span
        className="tree-chevron"
        data-open={node.expanded}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          props.onToggle(node);
        }}
      >
        {node.expandable && <IconChevronRight size={14} stroke={1.8} />}
      </span>
      <Mark node={node} impedance={props.impedance} />
      <span className="tree-label" data-dimmed={node.dimmed} title={node.label}>
        <LongName name={node.label} />
      </span>
      <FailedMark checks={node.failedChecks} />
      <span className="tree-detail">{node.detail}</span>
    </div>
  );
}
