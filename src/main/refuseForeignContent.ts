/** What no page of this program may do: go elsewhere, open windows, ask for permissions, or reach the network. */
import type { App, Session, WebContents } from 'electron';
import { isOwnUrl } from './isOwnPage.ts';

function refuseLeaving(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** Writing to the clipboard is what copying a table or a plot needs; everything else is refused. */
function isAllowed(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(origin);
}

export function refuseForeignContent(app: App): void {
  app.on('web-contents-created', (_, contents) => {
    refuseLeaving(contents);
  });
}

export function refusePermissionsAndNetwork(session: Session): void {
  session.setPermissionRequestHandler((_, permission, callback, details) => {
    callback(isAllowed(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // Files are saved through the dialog of saveFile.ts alone.
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  const remote = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };
  session.webRequest.onBeforeRequest(remote, (_, callback) => {
    callback({ cancel: true });
  });
}
