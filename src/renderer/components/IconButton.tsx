/** A button with an icon and a name, on hover and for screen readers. */
import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

export interface IconButtonProps {
  readonly icon: Icon;
  readonly label: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

export function IconButton({ icon: Picture, label, disabled = false, pressed, onClick }: IconButtonProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color="gray"
        size={28}
        aria-label={label}
        aria-pressed={pressed}
        // A disabled button would lose the keyboard's place and its tooltip.
        {...(disabled ? { 'data-disabled': true } : {})}
        aria-disabled={disabled}
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        <Picture size={17} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
