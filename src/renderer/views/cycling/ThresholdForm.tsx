/** The numbers by which events are called; they are this program's proposal, so that they can be changed. */
import { Accordion, Button, NumberInput, Stack } from '@mantine/core';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { eventWords } from '#core/text/eventWords.ts';
import { text } from '../../text/text.ts';
import type { InspectorProps } from './inspectorProps.ts';

const words = text.cycling.thresholds;
const NAMES = Object.keys(EVENT_THRESHOLDS) as (keyof EventThresholds)[];

export function ThresholdForm({ settings, update }: Pick<InspectorProps, 'settings' | 'update'>) {
  const { thresholds } = settings;
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="thresholds">
        <Accordion.Control>{words.title(Object.keys(thresholds).length)}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap={6}>
            <p className="form-hint">{words.hint}</p>
            {NAMES.map((name) => (
              <NumberInput
                key={name}
                size="xs"
                label={eventWords.thresholds[name]}
                value={thresholds[name] ?? EVENT_THRESHOLDS[name]}
                min={0}
                onChange={(value) => {
                  if (typeof value === 'number' && value > 0)
                    update({ thresholds: { ...thresholds, [name]: value } });
                }}
              />
            ))}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                update({ thresholds: {} });
              }}
            >
              {words.reset}
            </Button>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
