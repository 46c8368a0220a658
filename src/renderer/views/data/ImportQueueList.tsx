/** Files on their way in: progress, cancel, what became of them, retry. */
import { Button, Progress, Text } from '@mantine/core';
import { IconReceipt, IconRefresh, IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { isFinished, type QueueItem } from '../../app/importQueue.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { fileSize } from '../../text/digits.ts';
import { text } from '../../text/text.ts';

const { queue } = text.data;

function StatusWords({ item }: { readonly item: QueueItem }) {
  const { status } = item;
  switch (status.kind) {
    case 'waiting':
      return <Text size="xs">{queue.waiting}</Text>;
    case 'reading':
      return (
        <Progress
          value={status.fraction * 100}
          size="sm"
          transitionDuration={80}
          aria-label={item.file.name}
        />
      );
    case 'storing':
      return <Progress value={100} size="sm" striped animated aria-label={queue.storing} />;
    case 'done':
      return (
        <Text size="xs">
          {status.replaced ? queue.replaced(status.datasetIds.length) : queue.done(status.datasetIds.length)}
        </Text>
      );
    case 'skipped':
      return <Text size="xs">{queue.skipped(status.sameAs)}</Text>;
    case 'cancelled':
      return <Text size="xs">{queue.cancelled}</Text>;
    case 'failed':
      return (
        <Text size="xs" c="red">
          {status.words.message} <span className="queue-hint">{status.words.hint}</span>
        </Text>
      );
  }
}

function QueueActions({ item }: { readonly item: QueueItem }) {
  const { imports } = useServices();
  const { select } = useSession();
  const { status, file } = item;
  if (!isFinished(item)) {
    return (
      <IconButton
        icon={IconX}
        label={queue.cancelOne(file.name)}
        onClick={() => {
          imports.cancel(item.id);
        }}
      />
    );
  }
  if (status.kind === 'done' || status.kind === 'skipped') {
    return (
      <IconButton
        icon={IconReceipt}
        label={queue.receiptOf(file.name)}
        onClick={() => {
          select({ cellIds: new Set(), datasetIds: new Set(status.datasetIds) });
        }}
      />
    );
  }
  return (
    <IconButton
      icon={IconRefresh}
      label={queue.retryOne(file.name)}
      onClick={() => {
        imports.retry(item.id);
      }}
    />
  );
}

export function ImportQueueList() {
  const { imports } = useServices();
  const { contents } = useSession();
  const all = useSyncExternalStore(imports.subscribe, imports.items);
  const items = all.filter(({ studyId }) => studyId === contents.study.id);
  if (items.length === 0) return null;
  const finished = items.filter(isFinished).length;
  return (
    <section className="data-section" aria-label={queue.title}>
      <div className="section-head">
        <h3>{queue.count(finished, items.length)}</h3>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={imports.clearFinished}>
          {queue.clear}
        </Button>
      </div>
      <ul className="queue-list">
        {items.map((item) => (
          <li key={item.id} data-status={item.status.kind}>
            <span className="queue-name" title={item.file.name}>
              {item.file.name}
            </span>
            <span className="queue-size">{item.file.size > 0 ? fileSize(item.file.size) : ''}</span>
            <span className="queue-status">
              <StatusWords item={item} />
            </span>
            <QueueActions item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
