/** One of a few named values, side by side; as icons with the names on hover where a row of names would be too long. */
import { SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

export interface SegmentedChoiceProps<Value extends string> {
  readonly label: string;
  /** In the order they are shown. */
  readonly names: Readonly<Record<Value, string>>;
  readonly icons?: Readonly<Record<Value, Icon>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly fullWidth?: boolean;
}

function NamedIcon({ icon: Picture, name }: { readonly icon: Icon; readonly name: string }) {
  return (
    <Tooltip label={name} openDelay={400}>
      <span className="segment-icon">
        <Picture size={17} stroke={1.6} aria-hidden />
        <VisuallyHidden>{name}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, names, icons, value, onChange, fullWidth = false } = props;
  const values = Object.keys(names) as Value[];
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      fullWidth={fullWidth}
      data={values.map((each) => ({
        value: each,
        label: icons ? <NamedIcon icon={icons[each]} name={names[each]} /> : names[each],
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
