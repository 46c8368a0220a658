/** Files on their way in: progress, cancel, what became of them, retry. */
import { Button, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconReceipt, IconRefresh, IconX } from '@tabler/icons-react';
import { memo, useSyncExternalStore } from 'react';
import { isFinished, type QueueItem, type QueueStatus } from '../../app/queueItems.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { LongName } from '../../components/LongName.tsx';
import { fileSize } from '../../text/digits.ts';
import { text } from '../../text/text.ts';

const { queue } = text.data;

type Ended<K> = QueueStatus & { readonly kind: K };

function DoneWords({ status }: { readonly status: Ended<'done'> }) {
  const { datasetIds, replaced, failedChecks } = status;
  const words =
    replaced.length > 0 ? queue.replaced(datasetIds.length, replaced) : queue.done(datasetIds.length);
  return (
    <span className="queue-words">
      {words}
      {failedChecks > 0 && (
        <span className="failed-mark">
          <IconAlertTriangle size={13} stroke={1.8} aria-hidden /> {queue.checksFailed(failedChecks)}
        </span>
      )}
    </span>
  );
}

/** A way to answer what became of a file, and do it once more. */
function Answer({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}

function SkippedWords({ status, id }: { readonly status: Ended<'skipped'>; readonly id: number }) {
  const { imports } = useServices();
  if (status.firstRow === null) return <span className="queue-words">{queue.skipped(status.sameAs)}</span>;
  return (
    <span className="queue-words">
      {queue.partOf(status.sameAs, status.firstRow)}
      <Answer
        label={queue.keepAnyway}
        onClick={() => {
          imports.retry(id, 'keep');
        }}
      />
    </span>
  );
}

function HeldWords({ status, id }: { readonly status: Ended<'held'>; readonly id: number }) {
  const { imports } = useServices();
  return (
    <span className="queue-words">
      {queue.held(status.parts)}
      <Answer
        label={queue.replaceParts}
        onClick={() => {
          imports.retry(id, 'replace');
        }}
      />
      <Answer
        label={queue.keepBoth}
        onClick={() => {
          imports.retry(id, 'keep');
        }}
      />
    </span>
  );
}

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
          transitionDuration={0}
          aria-label={item.file.name}
        />
      );
    case 'storing':
      return <span className="queue-words">{queue.storing}</span>;
    case 'done':
      return <DoneWords status={status} />;
    case 'skipped':
      return <SkippedWords status={status} id={item.id} />;
    case 'held':
      return <HeldWords status={status} id={item.id} />;
    case 'missing':
      return (
        <Text size="xs" c="red">
          {queue.missing}
        </Text>
      );
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
  if (status.kind === 'missing') return null;
  if (status.kind === 'done' || status.kind === 'skipped' || status.kind === 'held') {
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

/** Drawn anew only when its own file has changed: a folder has hundreds. */
const QueueRow = memo(function QueueRow({ item }: { readonly item: QueueItem }) {
  const { file, status } = item;
  return (
    <li data-status={status.kind}>
      <span className="queue-name" title={file.name}>
        <LongName name={file.name} />
      </span>
      <span className="queue-size">{file.size > 0 ? fileSize(file.size) : ''}</span>
      <span className="queue-status">
        <StatusWords item={item} />
      </span>
      <QueueActions item={item} />
    </li>
  );
});

/** What asks for the user's eye stands first. */
function isRefused({ status }: QueueItem): boolean {
  return status.kind === 'failed' || status.kind === 'missing';
}

export function ImportQueueList() {
  const { imports } = useServices();
  const { contents } = useSession();
  const all = useSyncExternalStore(imports.subscribe, imports.items);
  const items = all.filter(({ studyId }) => studyId === contents.study.id);
  if (items.length === 0) return null;
  const finished = items.filter(isFinished).length;
  const [refused, others] = [items.filter(isRefused), items.filter((item) => !isRefused(item))];
  const ended = finished === items.length;
  return (
    <section className="data-section" aria-label={queue.title}>
      <div className="section-head">
        <h3>{ended ? queue.count(others.length, others.length) : queue.count(finished, items.length)}</h3>
        {refused.length > 0 && (
          <span className="failed-mark">
            <IconAlertTriangle size={13} stroke={1.8} aria-hidden /> {queue.refused(refused.length)}
          </span>
        )}
        <Button size="compact-xs" variant="subtle" color="gray" onClick={imports.clearFinished}>
          {queue.clear}
        </Button>
      </div>
      <ul className="queue-list">
        {[...refused, ...others].map((item) => (
          <QueueRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
