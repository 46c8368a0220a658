/** The files of a figure, opened as their formats are defined: PNG (W3C), PDF (ISO 32000), CSV. */
import { resolve } from 'node:path';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';

const BARE = resolve(import.meta.dirname, '../../resources/sample-study/simulated-LLTO/Li_LLTO_01.mpt');

async function exportedFigure(app: RunningApp, kind: RegExp): Promise<Buffer> {
  const { page } = app;
  await page.getByRole('button', { name: 'New study' }).click();
  await app.pickFiles([BARE], () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  await page.getByRole('treeitem', { name: 'Li_LLTO_01.mpt' }).first().click();
  await expect(page.getByRole('img', { name: 'Voltage against time' })).toBeVisible();
  const { bytes } = await app.savedFile(async () => {
    await page.getByRole('button', { name: 'Export the figure' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  });
  return Buffer.from(bytes);
}

test(
  'the PNG has the pixels of 180 mm × 90 mm at 600 dpi and says so in its header',
  { tag: '@view' },
  async ({ launchApp }) => {
    const png = await exportedFigure(await launchApp(), /^PNG/);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round((180 / 25.4) * 600));
    expect(png.readUInt32BE(20)).toBe(Math.round((90 / 25.4) * 600));
    const physical = png.indexOf('pHYs', 0, 'latin1');
    // Pixels a metre, and 1 for the metre as the unit.
    expect(png.readUInt32BE(physical + 4)).toBe(Math.round(600 / 0.0254));
    expect(png.readUInt8(physical + 12)).toBe(1);
  },
);

test('the PDF has a page of 180 mm × 90 mm, and embeds every font it names', async ({ launchApp }) => {
  const pdf = (await exportedFigure(await launchApp(), /^PDF/)).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  const [left = NaN, bottom = NaN, right = NaN, top = NaN] =
    /\/MediaBox\s*\[([^\]]+)\]/u.exec(pdf)?.[1]?.trim().split(/\s+/u).map(Number) ?? [];
  expect(((right - left) / 72) * 25.4).toBeCloseTo(180, 1);
  expect(((top - bottom) / 72) * 25.4).toBeCloseTo(90, 1);
  const fonts = [...pdf.matchAll(/\/BaseFont\s*\/([^\s/<>[\]]+)/gu)].map(([, name]) => name ?? '');
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toContain('Arimo');
  const described = pdf.match(/\/Type\s*\/FontDescriptor/gu)?.length ?? 0;
  expect(described).toBeGreaterThan(0);
  expect(pdf.match(/\/FontFile2\s/gu)?.length).toBe(described);
});

test(
  'the CSV names its source with its SHA-256 and gives every column its unit',
  { tag: '@view' },
  async ({ launchApp }) => {
    const csv = (await exportedFigure(await launchApp(), /^CSV/)).toString('utf8');
    expect(csv).toMatch(/Li_LLTO_01\.mpt,SHA-256 [0-9a-f]{64}/u);
    const titles = csv.split(/\r?\n/u).find((line) => line.includes('Voltage (V)')) ?? '';
    expect(titles).toContain('Time (h)');
  },
);
