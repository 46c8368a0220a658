/** Text to the clipboard, with a word to the user either way. */
import { notifications } from '@mantine/notifications';
import { text } from '../../text/text.ts';

export async function copyText(copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(copied);
    notifications.show({ message: text.data.copied });
  } catch {
    notifications.show({ color: 'red', message: text.data.notCopied });
  }
}
