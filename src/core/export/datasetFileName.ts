/** The name of a dataset's file: that of its source, and its label where the source holds several. */
export function datasetFileName(sourceStem: string, label: string | null): string {
  const part = label === null ? '' : `_${fileSafe(label)}`;
  return `${fileSafe(sourceStem)}${part}.csv`;
}

/** Only characters that every file system takes; runs of others become one hyphen. */
function fileSafe(text: string): string {
  const safe = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._+ -]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[-. ]+|[-. ]+$/g, '');
  return safe === '' ? 'dataset' : safe;
}
