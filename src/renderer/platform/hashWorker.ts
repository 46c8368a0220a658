/** The web worker that hashes a large file while others read it: SHA-256 in WebAssembly takes as long as the scan. */
import { createSHA256 } from 'hash-wasm';
import type { HashReply, HashRequest } from './importMessages.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

async function sha256Of(file: File): Promise<string> {
  const sha256 = await createSHA256();
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    sha256.update(new Uint8Array(await file.slice(start, start + CHUNK_BYTES).arrayBuffer()));
  }
  return sha256.digest('hex');
}

function reply(message: HashReply): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<HashRequest>) => {
  sha256Of(data.file).then(
    (sha256) => {
      reply({ kind: 'digest', sha256 });
    },
    (error: unknown) => {
      // Named as the browser names it, so that core can tell what is wrong with the file.
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      reply({ kind: 'failed', name, message });
    },
  );
});
