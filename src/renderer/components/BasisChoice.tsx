/** What a quantity is referred to; what is not possible says which cells lack what. */
import { Radio, Stack, Tooltip } from '@mantine/core';

export interface BasisChoiceProps<Basis extends string> {
  readonly label: string;
  /** In the order they are shown. */
  readonly bases: readonly Basis[];
  readonly names: Readonly<Record<Basis, string>>;
  readonly value: Basis;
  /** Null = possible. */
  readonly lackOf: (basis: Basis) => string | null;
  readonly onChange: (basis: Basis) => void;
}

export function BasisChoice<Basis extends string>(props: BasisChoiceProps<Basis>) {
  const { label, bases, names, value, lackOf, onChange } = props;
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap={4} mt={4}>
        {bases.map((basis) => {
          const lack = lackOf(basis);
          return (
            <Tooltip key={basis} label={lack} disabled={lack === null} multiline maw={260}>
              <div>
                <Radio
                  size="xs"
                  value={basis}
                  label={names[basis]}
                  disabled={lack !== null}
                  description={lack}
                />
              </div>
            </Tooltip>
          );
        })}
      </Stack>
    </Radio.Group>
  );
}
