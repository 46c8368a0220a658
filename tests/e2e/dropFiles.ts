/**
 * Drops files and folders on an element: for real, as the system hands them to Chromium; in the stand-in for Electron,
 * whose pages cannot learn a path, as the page would see them.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

interface Dropped {
  readonly name: string;
  readonly path: string;
  readonly base64: string;
}

function dropInPage(element: Element, files: readonly Dropped[]): void {
  const transfer = new DataTransfer();
  for (const { name, path, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
    const added = transfer.files.item(transfer.files.length - 1);
    if (added) Object.assign(added, { [Symbol.for('stand-in file path')]: path });
  }
  for (const type of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }
}

/** A folder stands in the list of a drop too, without bytes. */
async function bytesOf(path: string): Promise<Buffer> {
  return (await stat(path)).isDirectory() ? Buffer.alloc(0) : readFile(path);
}

/** A drop that comes before the page has answered the last movement is taken for one that it refuses. */
async function answered(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => setTimeout(done, 20));
      }),
  );
}

/** By the debugging protocol: folders can be opened, and Electron knows the paths. */
export async function dropForReal(page: Page, paths: readonly string[], selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`Nothing to drop on: ${selector}`);
  const session = await page.context().newCDPSession(page);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
    await answered(page);
  }
  await session.detach();
}

export async function dropWithPaths(page: Page, paths: readonly string[], selector: string): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      path,
      base64: (await bytesOf(path)).toString('base64'),
    })),
  );
  await page.locator(selector).first().evaluate(dropInPage, files);
}
