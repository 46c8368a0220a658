/** The files of a drop, folders opened. */
function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
}

async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  // readEntries gives at most a hundred entries a call, and none when all have been given.
  for (;;) {
    const entries = await entriesOf(reader);
    if (entries.length === 0) return files;
    for (const entry of entries) files.push(...(await filesOfEntry(entry)));
  }
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isDirectory) return filesOfFolder(entry as FileSystemDirectoryEntry);
  return [
    await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    }),
  ];
}

export async function filesOfTransfer(transfer: DataTransfer): Promise<File[]> {
  // Both lists must be taken at once: the transfer is emptied when the event handler returns.
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const plain = [...transfer.files];
  if (entries.length === 0) return plain;
  const lists = await Promise.all(entries.map(filesOfEntry));
  return lists.flat();
}
