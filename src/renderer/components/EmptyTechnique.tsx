/** A technique's view without measurements to show. */
import type { DatasetKind } from '#core/dataset.ts';
import { isEmptySelection } from '../app/selection.ts';
import { useSession } from '../app/session.ts';
import { EmptyView } from './EmptyView.tsx';

export interface EmptyTechniqueProps {
  readonly kind: DatasetKind;
  readonly words: {
    readonly emptyTitle: string;
    readonly emptyStudy: string;
    readonly emptyExcluded: string;
    readonly emptySelection: string;
  };
}

export function EmptyTechnique({ kind, words }: EmptyTechniqueProps) {
  const { contents, selection } = useSession();
  const hasSome = contents.datasets.some((dataset) => dataset.kind === kind);
  const chosen = isEmptySelection(selection) ? words.emptyExcluded : words.emptySelection;
  return <EmptyView title={words.emptyTitle} reason={hasSome ? chosen : words.emptyStudy} />;
}
