/** The adapter for a plain browser: files come from a picker or a drop, a web worker reads them. */
import type { StudyFile } from '#core/project/studyFile.ts';
import { fileSource } from './fileSource.ts';
import { filesOfTransfer } from './filesOfTransfer.ts';
import { importWithWorker, warmImports } from './importWithWorker.ts';
import type { PickedFile, Platform } from './platform.ts';

const SAMPLE_FOLDER = 'sample-study/';

/** Files behind handles; those of the sample study are fetched when they are asked for. */
type FileTable = Map<string, () => Promise<File>>;

function keep(table: FileTable, file: File): PickedFile {
  const handle = crypto.randomUUID();
  table.set(handle, () => Promise.resolve(file));
  return { name: file.name, size: file.size, handle };
}

async function fileOf(table: FileTable, { handle, name }: PickedFile): Promise<File> {
  const open = table.get(handle);
  if (!open) throw new Error(`no file behind the handle of ${name}`);
  return open();
}

async function fetchSample(path: string): Promise<File> {
  const url = `${SAMPLE_FOLDER}${path.split('/').map(encodeURIComponent).join('/')}`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new File([await response.blob()], path.slice(path.lastIndexOf('/') + 1));
}

async function sampleStudyFiles(table: FileTable): Promise<readonly PickedFile[]> {
  const description = await fetchSample('study.json');
  const study = JSON.parse(await description.text()) as StudyFile;
  const paths = study.cells.flatMap((cell) => cell.files.map((file) => file.path));
  const measurements = [...new Set(paths)].map((path) => {
    table.set(path, () => fetchSample(path));
    return { name: path, size: 0, handle: path };
  });
  return [keep(table, description), ...measurements];
}

/** Resolves with an empty list when the dialog is closed without a choice. */
function pick(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])]);
    });
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.click();
  });
}

function download(name: string, bytes: Uint8Array, mimeType: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to copy.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

export function createBrowserPlatform(): Platform {
  const table: FileTable = new Map();
  return {
    host: 'browser',
    pickFiles: async () => {
      warmImports();
      return (await pick()).map((file) => keep(table, file));
    },
    filesOfDrop: async (transfer) => (await filesOfTransfer(transfer)).map((file) => keep(table, file)),
    onFilesOpened: () => () => undefined,
    importFile: async (file, callbacks) => importWithWorker(await fileOf(table, file), callbacks),
    sampleStudyFiles: () => sampleStudyFiles(table),
    openSource: async (file) => fileSource(await fileOf(table, file)),
    readText: async (file) => (await fileOf(table, file)).text(),
    saveFile: (name, bytes, mimeType) => {
      download(name, bytes, mimeType);
      return Promise.resolve(true);
    },
    pdfOfSvg: async (svg, paper) => (await import('./browserPdf.ts')).pdfOfSvg(svg, paper),
    onMenuCommand: () => () => undefined,
  };
}
