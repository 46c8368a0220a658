/** Offers the contract to the page, one function a request, and nothing else of Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ADOPT_PATHS, BRIDGE, EVENTS, REQUESTS } from '#ipc/contract.ts';

const requests = Object.fromEntries(
  Object.keys(REQUESTS).map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(name, ...args)]),
);

function on(event: string, listener: (payload: unknown) => void): () => void {
  if (!Object.hasOwn(EVENTS, event)) throw new Error(`There is no event ${event}.`);
  const forward = (_: unknown, payload: unknown) => {
    listener(payload);
  };
  ipcRenderer.on(event, forward);
  return () => ipcRenderer.off(event, forward);
}

/** The page hands over File objects; a path exists only for files the user really dropped. */
function filesOfDrop(files: readonly File[]): Promise<unknown> {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  return ipcRenderer.invoke(ADOPT_PATHS, paths);
}

contextBridge.exposeInMainWorld(BRIDGE, { ...requests, on, filesOfDrop });
