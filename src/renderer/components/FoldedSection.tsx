/** What is looked at now and then: a title that opens and closes it. */
import { Accordion } from '@mantine/core';
import type { ReactNode } from 'react';

export interface FoldedSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function FoldedSection({ title, children }: FoldedSectionProps) {
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="folded">
        <Accordion.Control>{title}</Accordion.Control>
        <Accordion.Panel>{children}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
