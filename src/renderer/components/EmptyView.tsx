/** What a view would show, why it does not, and the next step. */
import { Button, Title } from '@mantine/core';
import { useSession } from '../app/session.ts';
import { text } from '../text/text.ts';

export interface EmptyViewProps {
  readonly title: string;
  readonly reason: string;
}

export function EmptyView({ title, reason }: EmptyViewProps) {
  const { showView } = useSession();
  return (
    <div className="technique-empty">
      <Title order={4}>{title}</Title>
      <p>{reason}</p>
      <Button
        variant="default"
        onClick={() => {
          showView('data');
        }}
      >
        {text.views.toData}
      </Button>
    </div>
  );
}
