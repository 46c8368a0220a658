/** What would be here, why it is not, and the next step. */
import { Button, Title } from '@mantine/core';
import { isEmptySelection } from '../../app/selection.ts';
import { useSession } from '../../app/session.ts';
import { text } from '../../text/text.ts';

const words = text.impedance;

export function EmptyImpedance() {
  const { contents, selection, showView } = useSession();
  const hasImpedance = contents.datasets.some(({ kind }) => kind === 'impedance');
  const reason = !hasImpedance
    ? words.emptyStudy
    : isEmptySelection(selection)
      ? words.emptyUnassigned
      : words.emptySelection;
  return (
    <div className="technique-empty">
      <Title order={4}>{words.emptyTitle}</Title>
      <p>{reason}</p>
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
