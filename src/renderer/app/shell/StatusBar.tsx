/** The foot of the window: long work with progress, time left and cancel; else what is in the study. */
import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { useServices } from '../services.ts';
import { timeLeftWords } from '../timeLeft.ts';
import type { WorkItem } from '../workList.ts';

function Work({ item }: { readonly item: WorkItem }) {
  const left = timeLeftWords(item.fraction, performance.now() - item.startedAt);
  return (
    <div className="status-work">
      <span className="status-label">{item.label}</span>
      <Progress
        value={(item.fraction ?? 0) * 100}
        w={140}
        size="sm"
        aria-label={item.label}
        striped={item.fraction === null}
        animated={item.fraction === null}
        transitionDuration={0}
      />
      <span className="status-left">{left}</span>
      <Tooltip label={text.app.cancelWork(item.label)}>
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={text.app.cancelWork(item.label)}
          onClick={item.cancel}
        >
          <IconX size={13} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

export function StatusBar({ contents }: { readonly contents: StudyContents | null }) {
  const { work } = useServices();
  const items = useSyncExternalStore(work.subscribe, work.items);
  return (
    <footer className="status-bar" role="status">
      {items.map((item) => (
        <Work key={item.id} item={item} />
      ))}
      {items.length === 0 && <span className="status-label">{text.app.ready}</span>}
      {contents && (
        <span className="status-counts">
          {text.app.stored(contents.datasets.length, contents.cells.length)}
        </span>
      )}
    </footer>
  );
}
