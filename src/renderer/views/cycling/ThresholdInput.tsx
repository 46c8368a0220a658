/** One threshold of events: kept when the field is left or Enter is pressed, unless something is wrong with it. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { thresholdFault, type ThresholdName } from '#core/cycling/events/thresholdLimits.ts';
import { eventWords } from '#core/text/eventWords.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import { text } from '../../text/text.ts';

const words = text.cycling.thresholds;

export interface ThresholdInputProps {
  readonly name: ThresholdName;
  readonly all: EventThresholds;
  readonly onCommit: (patch: Partial<EventThresholds>) => void;
}

export function ThresholdInput({ name, all, onCommit }: ThresholdInputProps) {
  const [typed, setTyped] = useState<string | number>(all[name]);
  const own = EVENT_THRESHOLDS[name];
  // An emptied field goes back to the program's own.
  const value = typed === '' ? own : Number(typed);
  const fault = thresholdFault(name, { ...all, [name]: value });
  const commit = () => {
    if (fault === null && value !== all[name]) onCommit({ [name]: value });
    else if (fault === null) setTyped(value);
  };
  return (
    <NumberInput
      size="xs"
      label={eventWords.thresholds[name]}
      description={all[name] === own ? null : words.own(own)}
      error={fault === null ? null : `${thresholdWords.fault(fault)} ${words.stillUsed(all[name])}`}
      hideControls
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
      }}
    />
  );
}
