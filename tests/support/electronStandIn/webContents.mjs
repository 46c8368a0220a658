/** One window's contents: a page of Chromium behind Electron's documented interface. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createCloneCodec } from './cloneCodec.mjs';
import { fromChromium, toChromium } from './chromium.mjs';
import { installPageSide } from './pageSide.mjs';
import { strict } from './strict.mjs';

const codec = createCloneCodec();
const MM_PER_INCH = 25.4;

/** @param {string | undefined} preload path of a CommonJS bundle */
function pageSideSource(preload) {
  const bundle =
    preload === undefined
      ? 'null'
      : `(require) => { const module = { exports: {} }; const exports = module.exports;\n${readFileSync(preload, 'utf8')}\n}`;
  return `(${installPageSide})({ createCloneCodec: ${createCloneCodec}, preload: ${bundle} });`;
}

/**
 * @param {{ page: Promise<any>, ipc: Map<string, Function>, session: any, preload?: string, id: number }} parts
 */
export function createWebContents({ page, ipc, session, preload, id }) {
  const events = new EventEmitter();
  let current = null;
  let isGone = false;
  let openHandler = null;
  let ownLoads = 0;
  let sending = Promise.resolve();

  const frameOf = (frame) => ({
    url: fromChromium(frame.url()),
    parent: frame.parentFrame() === null ? null : frameOf(frame.parentFrame()),
  });

  const answers = {
    invoke: async (frame, channel, ...args) => {
      const handler = ipc.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return handler({ sender: contents, senderFrame: frameOf(frame), frameId: 1, processId: 1 }, ...args);
    },
    open: (frame, url) => {
      if (openHandler === null)
        throw new Error('The stand-in for Electron opens no windows without a handler.');
      const { action } = openHandler({ url, frameName: '', features: '', disposition: 'new-window' });
      if (action !== 'deny') throw new Error('The stand-in for Electron cannot allow window.open.');
    },
    permission: (frame, permission) => session.askPermission(contents, permission, fromChromium(frame.url())),
  };

  async function respond({ frame }, kind, text) {
    try {
      return codec.encode({ value: await answers[kind](frame, ...codec.decode(text)) });
    } catch (error) {
      return codec.encode({ error: error instanceof Error ? error.message : String(error) });
    }
  }

  async function prepare() {
    current = await page;
    await current.exposeBinding('__standInAsk', respond);
    await current.addInitScript({ content: pageSideSource(preload) });
    current.on('crash', () => events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    current.on('popup', async (popup) => {
      await answers.open(null, popup.url());
      await popup.close();
    });
    current.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
    return current;
  }

  const ready = prepare();
  const api = {
    id,
    on: (name, listener) => (events.on(name, listener), contents),
    once: (name, listener) => (events.once(name, listener), contents),
    isDestroyed: () => isGone,
    getURL: () => (current === null ? '' : fromChromium(current.url())),
    setWindowOpenHandler: (handler) => {
      openHandler = handler;
    },
    send(channel, ...args) {
      const text = codec.encode(args);
      const deliver = ([name, packed]) => globalThis.__standInReceive?.(name, packed);
      sending = sending.then(() => current?.evaluate(deliver, [channel, text])).catch(() => undefined);
    },
    async executeJavaScript(source) {
      return (await ready).evaluate(source);
    },
    async printToPDF({ pageSize, margins, printBackground = false, preferCSSPageSize = false, ...others }) {
      if (Object.keys(others).length > 0)
        throw new Error(`The stand-in for Electron cannot print with ${Object.keys(others).join(', ')}.`);
      const inches = (size) => `${size * MM_PER_INCH}mm`;
      return (await ready).pdf({
        printBackground,
        preferCSSPageSize,
        width: inches(pageSize.width),
        height: inches(pageSize.height),
        margin: Object.fromEntries(Object.entries(margins).map(([side, size]) => [side, inches(size)])),
      });
    },
  };
  const contents = strict('webContents', api);

  return {
    contents,
    ready,
    events,
    markGone: () => {
      isGone = true;
    },
    async load(address) {
      const opened = await ready;
      ownLoads += 1;
      try {
        await opened.goto(toChromium(address));
      } finally {
        ownLoads -= 1;
      }
    },
    /** @returns {boolean} false when a listener of will-navigate prevented it */
    allowsNavigation(request, address) {
      const isMainFrame = request.frame().parentFrame() === null;
      if (isMainFrame && ownLoads === 0) {
        let isPrevented = false;
        events.emit('will-navigate', {
          url: address,
          isMainFrame,
          preventDefault: () => {
            isPrevented = true;
          },
        });
        if (isPrevented) return false;
      }
      events.emit('did-start-navigation', { url: address, isMainFrame, isSameDocument: false });
      return true;
    },
    owns: (request) => current !== null && request.frame().page() === current,
  };
}
