/** One of a few named values, side by side. */
import { SegmentedControl } from '@mantine/core';

export interface SegmentedChoiceProps<Value extends string> {
  readonly label: string;
  /** In the order they are shown. */
  readonly names: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly fullWidth?: boolean;
}

export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, names, value, onChange, fullWidth = false } = props;
  const values = Object.keys(names) as Value[];
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      fullWidth={fullWidth}
      data={values.map((each) => ({ value: each, label: names[each] }))}
      value={value}
      onChange={onChange}
    />
  );
}
