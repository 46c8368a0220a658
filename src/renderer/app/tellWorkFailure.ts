/** Says that something could not be computed, and why. */
import { notifications } from '@mantine/notifications';

export function tellWorkFailure(title: string, error: unknown): void {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  notifications.show({ color: 'red', title, message });
}
