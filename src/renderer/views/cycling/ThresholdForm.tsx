/** The numbers by which events are called; they are this program's proposal, so that they can be changed. */
import { Button, Stack } from '@mantine/core';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { changedThresholds, THRESHOLD_NAMES } from '#core/cycling/events/thresholdLimits.ts';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/useChange.ts';
import { FoldedSection } from '../../components/FoldedSection.tsx';
import { setEventThresholds } from '../../store/changes/eventThresholds.ts';
import { text } from '../../text/text.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { ThresholdInput } from './ThresholdInput.tsx';

const words = text.cycling.thresholds;

export function ThresholdForm() {
  const { study } = useSession().contents;
  const change = useChange();
  const all = eventThresholdsOf(study);
  const set = (patch: Partial<EventThresholds>) => void change(setEventThresholds(study, patch));
  const changed = changedThresholds(all);
  return (
    <FoldedSection title={words.title(changed.length)}>
      <Stack gap={6}>
        <p className="form-hint">{words.hint}</p>
        {THRESHOLD_NAMES.map((name) => (
          <ThresholdInput key={`${name} ${all[name]}`} name={name} all={all} onCommit={set} />
        ))}
        <Button
          size="compact-xs"
          variant="default"
          disabled={changed.length === 0}
          onClick={() => {
            set(EVENT_THRESHOLDS);
          }}
        >
          {words.reset}
        </Button>
      </Stack>
    </FoldedSection>
  );
}
