/** What a technique's view would show, why it does not, and the next step. */
import { Button, Title } from '@mantine/core';
import type { DatasetKind } from '#core/dataset.ts';
import { isEmptySelection } from '../app/selection.ts';
import { useSession } from '../app/session.ts';

export interface EmptyTechniqueProps {
  readonly kind: DatasetKind;
  readonly words: {
    readonly emptyTitle: string;
    readonly emptyStudy: string;
    readonly emptyUnassigned: string;
    readonly emptySelection: string;
    readonly toData: string;
  };
}

export function EmptyTechnique({ kind, words }: EmptyTechniqueProps) {
  const { contents, selection, showView } = useSession();
  const hasSome = contents.datasets.some((dataset) => dataset.kind === kind);
  const chosen = isEmptySelection(selection) ? words.emptyUnassigned : words.emptySelection;
  return (
    <div className="technique-empty">
      <Title order={4}>{words.emptyTitle}</Title>
      <p>{hasSome ? chosen : words.emptyStudy}</p>
      <Button
        variant="default"
        onClick={() => {
          showView('data');
        }}
      >
        {words.toData}
      </Button>
    </div>
  );
}
