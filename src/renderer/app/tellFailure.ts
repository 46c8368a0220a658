/** Says that the store refused, and why, until the user has read it. */
import { notifications } from '@mantine/notifications';
import { text } from '../text/text.ts';

export function tellFailure(error: unknown): void {
  notifications.show({
    color: 'red',
    title: text.app.notStored,
    message: error instanceof Error ? error.message : String(error),
    autoClose: false,
  });
}
