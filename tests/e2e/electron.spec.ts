import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { HostBridge } from '#ipc/contract.ts';
import { spawnStandIn } from './standIn.ts';
import { electronProgram } from './electronHost.ts';
import { expect, test } from './launchApp.ts';

const RUN = resolve(import.meta.dirname, '../../resources/sample-study/simulated-LLTO/Li_LLTO_01.mpt');
const PRELOAD = resolve(import.meta.dirname, '../../out/preload/index.cjs');

test.use({ expectedErrors: /Content Security Policy|violates the document|net::ERR_|status of 404/iu });

test('window.open is refused', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const pages = page.context().pages().length;
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  expect(page.context().pages()).toHaveLength(pages);
});

test('navigation to another site is refused', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const before = page.url();
  await page.evaluate(() => {
    window.location.href = 'http://127.0.0.1:9/';
  });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  expect(page.url()).toBe(before);
  await expect(page.getByRole('button').first()).toBeVisible();
});

test('permissions are denied', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const answers = await page.evaluate(async () => {
    const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const place = new Promise<string>((done) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          done('granted');
        },
        () => {
          done('denied');
        },
      );
    });
    return [await Notification.requestPermission(), await media, await place];
  });
  expect(answers).toEqual(['denied', 'denied', 'denied']);
});

test('the page sees nothing of Node nor of Electron but the bridge', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(seen).toEqual([]);
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'amalgamHost'))).toBe('object');
});

test('every page and script comes with a policy that allows no eval', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const policy = await page.evaluate(async () => {
    const response = await fetch('/index.html');
    return response.headers.get('Content-Security-Policy') ?? '';
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
  // A string to run is what the policy must refuse.
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ranInline = true';
    document.head.append(script);
    return Reflect.get(globalThis, 'ranInline') === true;
  });
  expect(outcome).toBe(false);
});

test('a page of another origin gets no answer from main', async ({ launchElectronApp }) => {
  const { process } = await launchElectronApp();
  const answer = await process.inMain(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await window.loadURL('data:text/html,<title>foreign</title>');
    const ask = 'amalgamHost.sampleStudyFiles().then(() => "answered", (error) => String(error))';
    const said: unknown = await window.webContents.executeJavaScript(ask);
    window.destroy();
    return String(said);
  }, PRELOAD);
  expect(answer).toContain('A foreign page asked for sampleStudyFiles');
});

test('a path or an invented handle is not a file', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  for (const handle of ['/etc/passwd', '../../package.json', '00000000-0000-4000-8000-000000000000']) {
    const answer = await page.evaluate((name) => {
      const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
      return bridge.readText(name).then(
        () => 'read',
        (error: unknown) => String(error),
      );
    }, handle);
    expect(answer).toContain('not opened by the user');
  }
});

test('a request cannot leave the folder of the built renderer', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/main/index.js',
        '/..%5c..%5cpackage.json',
        '/C%3A/Windows/win.ini',
        '/index.html::$DATA',
        '/column/unknown',
        '/assets/',
      ].map((path) => fetch(path).then((response) => response.status)),
    ),
  );
  expect(statuses).toEqual(statuses.map(() => 404));
});

test('a file is imported in a worker, and each column can be fetched once', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const read = await page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    const files = await bridge.sampleStudyFiles();
    const file = files.find(({ name }) => /\.(?:mpt|csv)$/u.test(name));
    if (file === undefined) return null;
    const outcome = await bridge.importFile('a-run', file.handle);
    if (!outcome.ok) return { problem: outcome.problem.code };
    const [dataset] = outcome.datasets;
    const time = dataset?.columns.find(({ name }) => name === 'time_s');
    if (!dataset || !time) return null;
    const first = await fetch(`/column/${time.shelf}`);
    const values = new Float64Array(await first.arrayBuffer());
    const second = await fetch(`/column/${time.shelf}`);
    const rises = values.every((value, i) => i === 0 || value >= (values[i - 1] ?? Infinity));
    return { rows: dataset.rows, length: values.length, rises, again: second.status };
  });
  expect(read).toMatchObject({ rises: true, again: 404 });
  expect(read).toHaveProperty('length', Reflect.get(read ?? {}, 'rows'));
});

test('prints a figure as a vector page of exactly its size', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 85 60"><text x="5" y="20" font-family="Arimo" font-size="5">Voltage / V</text></svg>';
  const bytes = await page.evaluate((figure) => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    return bridge.pdfOfSvg(figure, { width_mm: 85, height_mm: 60 }).then((pdf) => [...pdf]);
  }, svg);
  const text = Buffer.from(bytes).toString('latin1');
  const box = /\/MediaBox\s*\[([\d. ]+)\]/u.exec(text)?.[1] ?? '';
  const [left = NaN, bottom = NaN, right = NaN, top = NaN] = box.trim().split(/\s+/u).map(Number);
  const POINTS_PER_MM = 72 / 25.4;
  expect(Math.abs((right - left) / POINTS_PER_MM - 85)).toBeLessThan(0.02);
  expect(Math.abs((top - bottom) / POINTS_PER_MM - 60)).toBeLessThan(0.02);
  expect(text).toMatch(/\/FontFile2/u);
  expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+Arimo/u);
});

test('a figure that carries more than a drawing is not printed, and fetches nothing', async ({
  launchElectronApp,
}) => {
  const app = await launchElectronApp();
  const answers = await app.page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    const print = (inside: string) =>
      bridge
        .pdfOfSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`, { width_mm: 9, height_mm: 9 })
        .then(
          () => 'printed',
          (error: unknown) => String(error),
        );
    return Promise.all([
      print('<script>fetch("https://example.com/ran")</script>'),
      print('<image href="https://example.com/seen.png" width="9" height="9"/>'),
      print('</svg><meta http-equiv="refresh" content="0;url=https://example.com/left"><svg>'),
    ]);
  });
  for (const answer of answers) expect(answer).toContain('more than a drawing');
  expect(app.outsideRequests()).toEqual([]);
});

test('a request with arguments it cannot have is refused', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const answers = await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as Record<
      string,
      (...args: unknown[]) => Promise<unknown>
    >;
    const said = (name: string, ...args: unknown[]) =>
      bridge[name]?.(...args).then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    return Promise.all([
      said('readText', { path: '/etc/passwd' }),
      said('saveFile', 'a.svg', 'text'),
      said('pdfOfSvg', '<svg/>', null),
      said('editText', 'selectAll'),
    ]);
  });
  for (const answer of answers) expect(answer).toContain('arguments it cannot have');
});

test('downloads are refused: files are saved through the dialog alone', async ({ launchElectronApp }) => {
  const { process } = await launchElectronApp();
  const isRefused = await process.inMain(({ session }) => {
    let refused = false;
    const event = {
      preventDefault: () => {
        refused = true;
      },
    };
    session.defaultSession.emit('will-download', event, {}, {});
    return refused;
  }, null);
  expect(isRefused).toBe(true);
});

test('a file that the system opens is imported', async ({ launchElectronApp }) => {
  const { page, process } = await launchElectronApp();
  await process.inMain(({ app }, path) => {
    app.emit('open-file', { preventDefault: () => undefined }, path);
  }, RUN);
  await expect(page.getByRole('heading', { name: 'Imported: 1 file' })).toBeVisible();
});

test('columns of a finished import that the window gives up are let go', async ({ launchElectronApp }) => {
  const { page } = await launchElectronApp();
  const statuses = await page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    const files = await bridge.sampleStudyFiles();
    const file = files.find(({ name }) => name.endsWith('.mpt'));
    const outcome = await bridge.importFile('given-up', file?.handle ?? '');
    if (!outcome.ok) return [];
    await bridge.cancelImport('given-up');
    const columns = outcome.datasets.flatMap((dataset) => dataset.columns);
    return Promise.all(columns.map(({ shelf }) => fetch(`/column/${shelf}`).then(({ status }) => status)));
  });
  expect(statuses.length).toBeGreaterThan(0);
  expect(new Set(statuses)).toEqual(new Set([404]));
});

test('a file is saved where the dialog says, under the name the window proposes', async ({
  launchElectronApp,
}) => {
  const app = await launchElectronApp();
  const saved = await app.savedFile(async () => {
    await app.page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
      return bridge.saveFile('../../outside/figure.svg', new Uint8Array([60, 115, 118, 103]));
    });
  });
  expect(saved.name).toBe('figure.svg');
  expect(Buffer.from(saved.bytes).toString()).toBe('<svg');
});

test('the menu sends the commands of the application to the window', async ({ launchElectronApp }) => {
  const { page, process } = await launchElectronApp();
  await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    bridge.on('menuCommand', (command) => {
      document.documentElement.dataset['command'] = command;
    });
  });
  await process.inMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('view.cycling')?.click();
  }, null);
  await expect(page.locator('html')).toHaveAttribute('data-command', 'view.cycling');
});

test('a command of the menu reaches the application', async ({ launchElectronApp }) => {
  const { page, process } = await launchElectronApp();
  await process.inMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('study.new')?.click();
  }, null);
  await expect(page.getByText('No cells yet')).toBeVisible();
  await process.inMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('view.cycling')?.click();
  }, null);
  await expect(page.getByRole('tab', { name: 'Cycling' })).toHaveAttribute('aria-selected', 'true');
});

test('the window stands where it stood', async ({ launchElectronApp }) => {
  const profile = await mkdtemp(join(tmpdir(), 'amalgam-profile-'));
  const first = await launchElectronApp({ profile });
  await first.process.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1000, height: 700 });
  }, null);
  await first.close();
  expect(JSON.parse(await readFile(join(profile, 'window.json'), 'utf8'))).toEqual({
    bounds: { x: 60, y: 40, width: 1000, height: 700 },
    maximised: false,
  });
  const second = await launchElectronApp({ profile });
  const bounds = await second.process.inMain(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    null,
  );
  expect(bounds).toMatchObject({ x: 60, y: 40, width: 1000, height: 700 });
  await second.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a second start hands its files to the first and ends', async ({ launchElectronApp }) => {
  test.skip(electronProgram() !== null, 'drives the stand-in; the real lock is Electron’s own');
  const profile = await mkdtemp(join(tmpdir(), 'amalgam-profile-'));
  const file = join(profile, 'notes.txt');
  await writeFile(file, 'nothing to import');
  const { page } = await launchElectronApp({ profile });
  await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    bridge.on('filesOpened', () => {
      document.documentElement.dataset['opened'] = 'yes';
    });
  });
  const second = spawnStandIn([`--user-data-dir=${profile}`, file]);
  await new Promise((ended) => second.once('exit', ended));
  await expect(page.locator('html')).toHaveAttribute('data-opened', 'yes');
});

test('an import in full swing is cancelled within a second @alone', async ({ launchElectronApp }) => {
  const profile = await mkdtemp(join(tmpdir(), 'amalgam-profile-'));
  const file = join(profile, 'large.csv');
  const rows = Array.from({ length: 400_000 }, (_, i) => `${i},0.001,${(i % 97) / 1000}\n`).join('');
  await writeFile(file, `time_s,current_A,voltage_V\n${rows.repeat(25)}`);
  const app = await launchElectronApp({ profile });
  await app.process.inMain(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  const outcome = await app.page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'amalgamHost') as HostBridge;
    const [picked] = await bridge.pickFiles();
    let cancelled = Infinity;
    bridge.on('importProgress', ({ run }) => {
      if (cancelled < Infinity) return;
      cancelled = performance.now();
      void bridge.cancelImport(run);
    });
    return bridge.importFile('a-run', picked?.handle ?? '').then(
      (result) => ({ ended: result.ok ? 'imported' : result.problem.code, after_ms: 0 }),
      () => ({ ended: 'cancelled', after_ms: performance.now() - cancelled }),
    );
  });
  expect(outcome.ended).toBe('cancelled');
  expect(outcome.after_ms).toBeLessThan(1000);
  await app.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a killed program starts again on the same profile', async ({ launchElectronApp }) => {
  const profile = await mkdtemp(join(tmpdir(), 'amalgam-profile-'));
  const first = await launchElectronApp({ profile });
  const origin = await first.page.evaluate(() => window.location.origin);
  await first.kill();
  const second = await launchElectronApp({ profile });
  expect(await second.page.evaluate(() => window.location.origin)).toBe(origin);
  await second.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
