/** True for the one page that may speak to main: the app's own, in the main frame. */
import { APP_HOST, APP_SCHEME } from '#ipc/contract.ts';

export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}

/** A frame that is already gone (null) is refused too. */
export function isOwnPage(frame: SenderFrame | null): boolean {
  return frame?.parent === null && isOwnUrl(frame.url);
}
