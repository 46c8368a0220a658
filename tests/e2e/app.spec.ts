import { expect, test } from './launchApp.ts';

test('opens with the program name as its title', async ({ launchApp }) => {
  const { page } = await launchApp();
  await expect(page).toHaveTitle(/Amalgam/u);
});

test('offers the sample study in an empty window', async ({ launchApp }) => {
  const { page } = await launchApp();
  await expect(page.getByRole('button', { name: /sample study/iu }).first()).toBeVisible();
});
