/** One tab a view. */
import { Tabs } from '@mantine/core';
import { text } from '../../text/text.ts';
import { VIEWS } from '../../views/views.ts';

export interface ViewTabsProps {
  readonly viewId: string;
  readonly onChange: (viewId: string) => void;
}

export function ViewTabs({ viewId, onChange }: ViewTabsProps) {
  return (
    <Tabs
      value={viewId}
      onChange={(value) => {
        if (value !== null) onChange(value);
      }}
      className="view-tabs"
    >
      <Tabs.List aria-label={text.app.views}>
        {VIEWS.map(({ id, name, icon: Picture }) => (
          <Tabs.Tab key={id} value={id} leftSection={<Picture size={16} stroke={1.6} />}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
