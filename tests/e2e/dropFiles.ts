/** Drops files on an element the way a page sees it. */
import { readFile } from 'node:fs/promises';
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

export async function dropFiles(page: Page, paths: readonly string[], selector: string): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      path,
      base64: (await readFile(path)).toString('base64'),
    })),
  );
  await page.locator(selector).first().evaluate(dropInPage, files);
}
