/**
 * `node resources/icons/drawIcons.mjs BROWSER`: draws icon.svg as PNG in the sizes that the desktops want, with the
 * Chromium-family browser at the given path.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

const [executablePath] = process.argv.slice(2);
if (executablePath === undefined) {
  process.stderr.write('usage: node resources/icons/drawIcons.mjs BROWSER\n');
  process.exit(2);
}
const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] });
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  writeFileSync(
    join(import.meta.dirname, `${size}x${size}.png`),
    await page.screenshot({ omitBackground: true }),
  );
  await page.close();
}
await browser.close();
