/** Every line of a text file in turn, without holding the file. */
import { byteOrderMarkLength } from '#core/import/encoding.ts';
import type { FileInput } from '#core/import/format.ts';
import { createLineReader } from '#core/import/text/lineReader.ts';
import type { TextLine } from '#core/import/text/textLines.ts';
import type { Problem } from '#core/problem.ts';

/** Calls `visit` for each line. Gives the problem that stopped it: `cancelled` or `line-too-long`. */
export async function visitLines(
  { source, head, signal }: Pick<FileInput, 'source' | 'head' | 'signal'>,
  visit: (line: TextLine) => void,
): Promise<Problem | undefined> {
  const { encoding } = head;
  const start = byteOrderMarkLength(head.bytes);
  const reader = createLineReader(source, { encoding, start, firstLine: 1, signal });
  while (true) {
    const batch = await reader.next();
    if (!batch.ok) return batch.problem;
    if (batch.lines.length === 0) return undefined;
    for (const line of batch.lines) visit(line);
  }
}
