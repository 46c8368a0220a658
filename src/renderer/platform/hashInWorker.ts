/** The SHA-256 of a file from a worker of its own, which ends with the promise. */
import type { HashReply, HashRequest } from './importMessages.ts';

export function hashInWorker(file: File): Promise<string> {
  const worker = new Worker(new URL('./hashWorker.ts', import.meta.url), { type: 'module' });
  const digest = new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<HashReply>) => {
      if (data.kind === 'digest') resolve(data.sha256);
      else reject(Object.assign(new Error(data.message), { name: data.name }));
    };
    worker.onerror = (event) => {
      reject(new Error(event.message || 'the hash worker stopped'));
    };
  });
  const request: HashRequest = { file };
  worker.postMessage(request);
  return digest.finally(() => {
    worker.terminate();
  });
}
