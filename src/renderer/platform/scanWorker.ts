/** The web worker that scans one range of a large text file after the other. */
import { scanTable } from '#core/import/text/scanTable.ts';
import { columnBuffers } from './columnBuffers.ts';
import { fileSource } from './fileSource.ts';
import type { ScanReply, ScanRequest } from './importMessages.ts';

function reply(message: ScanReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function scan({ file, layout, spare }: ScanRequest): Promise<void> {
  const outcome = await scanTable(fileSource(file), layout, {
    // Whoever cancels ends this worker: a busy loop would not hear of it.
    signal: undefined,
    spare,
    onBytes: (bytesDone) => {
      reply({ kind: 'bytes', bytesDone });
    },
  });
  reply({ kind: 'outcome', outcome }, outcome.ok ? columnBuffers(outcome.table.columns) : []);
}

self.addEventListener('message', (event: MessageEvent<ScanRequest>) => {
  scan(event.data).catch((error: unknown) => {
    reply({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
  });
});
