import { startRefusingProxy } from '../support/refusingProxy.ts';
import { expect, test } from './launchApp.ts';
import { leavesTheMachine } from './watchPage.ts';

test.use({ expectedErrors: /Content Security Policy|violates the document|net::ERR/iu });

test('asks nothing of any host while it opens and shows the sample study', async ({ launchApp }) => {
  const app = await launchApp();
  const offer = app.page.getByRole('button', { name: /sample study/iu }).first();
  await offer.click();
  await app.page.waitForLoadState('networkidle');
  expect(app.outsideRequests()).toEqual([]);
});

test(
  'asks the browser for no spelling, whose dictionary Chromium would fetch from the network',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const asksForSpelling = await app.page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      const { spellcheck } = field;
      field.remove();
      return spellcheck;
    });
    expect(asksForSpelling).toBe(false);
  },
);

test('cannot reach a host even if a script tries to', async ({ launchApp }) => {
  const app = await launchApp();
  const outcome = await app.page.evaluate(() =>
    fetch('https://example.com/upload', { method: 'POST', body: 'x' }).then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  expect(app.outsideRequests()).toEqual([]);
});

test('the counter counts: a request to any other host is seen', async () => {
  const proxy = await startRefusingProxy();
  const answer = await fetch(`${proxy.address}/`, { headers: { host: 'example.com' } });
  expect(answer.status).toBe(403);
  expect(proxy.asked).toHaveLength(1);
  expect(leavesTheMachine('https://example.com/a')).toBe(true);
  expect(leavesTheMachine('wss://127.0.0.1.example.com/')).toBe(true);
  expect(leavesTheMachine('http://127.0.0.1:4173/')).toBe(false);
  proxy.close();
});
