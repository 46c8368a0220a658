/**
 * What runs in the page before anything else: the renderer's half of Electron. The function refers to nothing outside
 * itself: its source is put into the page, with the source of the codec and of the preload.
 * @param {{ createCloneCodec: () => any, preload: ((require: (name: string) => unknown) => void) | null }} parts
 */
export function installPageSide({ createCloneCodec, preload }) {
  if (globalThis.top !== globalThis) return;
  const codec = createCloneCodec();
  const ask = globalThis.__standInAsk;
  const listeners = new Map();

  /** @param {string} kind @param {unknown[]} args */
  async function call(kind, ...args) {
    const { value, error } = codec.decode(await ask(kind, codec.encode(args)));
    if (error !== undefined) throw new Error(error);
    return value;
  }

  const ipcRenderer = {
    /** @param {string} channel @param {unknown[]} args */
    async invoke(channel, ...args) {
      try {
        return await call('invoke', channel, ...args);
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': Error: ${error.message}`);
      }
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel, listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
      return ipcRenderer;
    },
  };

  Object.defineProperty(globalThis, '__standInReceive', {
    value: (channel, text) => {
      const [first, ...rest] = codec.decode(text);
      for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, first, ...rest);
    },
  });

  /** A page of Chromium never learns a path; a test that drops a file says under this symbol where it lies. */
  const PATH = Symbol.for('stand-in file path');
  const modules = {
    ipcRenderer,
    webUtils: {
      getPathForFile: (file) => (file instanceof File ? (file[PATH] ?? '') : fail('File expected')),
    },
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(globalThis, name, { value: Object.freeze(api) }),
    },
  };

  function fail(message) {
    throw new TypeError(message);
  }

  function openWindow(url) {
    void call('open', String(url ?? ''));
    return null;
  }

  /** @param {object | undefined} owner @param {string} method @param {string} permission @param {Function} refused */
  function guard(owner, method, permission, refused) {
    const original = owner?.[method]?.bind(owner);
    if (!original) return;
    owner[method] = async (...args) =>
      (await call('permission', permission)) ? original(...args) : refused(...args);
  }

  const denied = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  globalThis.open = openWindow;
  guard(globalThis.Notification, 'requestPermission', 'notifications', () => 'denied');
  guard(navigator.mediaDevices, 'getUserMedia', 'media', denied);
  guard(navigator.geolocation, 'getCurrentPosition', 'geolocation', (_, failed) =>
    failed?.({ code: 1, message: 'User denied Geolocation' }),
  );

  const requireModule = (name) =>
    name === 'electron' ? modules : fail(`A sandboxed preload cannot require ${name}.`);
  preload?.(requireModule);
}
