import { expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { createLineReader, LINE_LIMIT_BYTES } from '#core/import/text/lineReader.ts';
import type { TextLine } from '#core/import/text/textLines.ts';

const options = { encoding: 'utf-8', start: 0, firstLine: 1, signal: undefined } as const;

async function allLines(bytes: Uint8Array, start = 0, firstLine = 1): Promise<TextLine[]> {
  const reader = createLineReader(memorySource('t.txt', bytes), { ...options, start, firstLine });
  const lines: TextLine[] = [];
  for (;;) {
    const batch = await reader.next();
    if (!batch.ok) throw new Error(batch.problem.code);
    if (batch.lines.length === 0) return lines;
    lines.push(...batch.lines);
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('gives lines without their ends, numbered and placed from the start it is told', async () => {
  const lines = await allLines(bytesOf('head\nab\r\n\nc'), 5, 2);
  expect(lines).toEqual([
    { text: 'ab', line: 2, byte: 5, nextByte: 9, closed: true },
    { text: '', line: 3, byte: 9, nextByte: 10, closed: true },
    { text: 'c', line: 4, byte: 10, nextByte: 11, closed: false },
  ]);
});

test('a lone CR ends a line where there is no LF', async () => {
  const lines = await allLines(bytesOf('ab\r\rc\r'));
  expect(lines.map(({ text, line, byte }) => [text, line, byte])).toEqual([
    ['ab', 1, 0],
    ['', 2, 3],
    ['c', 3, 4],
  ]);
});

test('joins a line that lies across two reads, and one longer than a read', async () => {
  const long = 'x'.repeat(3_000_000);
  const lines = await allLines(bytesOf(`${'ab\n'.repeat(400_000)}${long}\nend\n`));
  expect(lines).toHaveLength(400_002);
  expect(lines.at(-2)?.text.length).toBe(long.length);
  expect(lines.at(-1)).toMatchObject({ text: 'end', line: 400_002 });
  expect(lines.every(({ text }) => text === 'ab' || text === 'end' || text.length === long.length)).toBe(
    true,
  );
});

test('a line over the limit is a problem that names the line', async () => {
  const bytes = new Uint8Array(LINE_LIMIT_BYTES + 10).fill(120);
  bytes.set(bytesOf('a\n'));
  const reader = createLineReader(memorySource('t.txt', bytes), options);
  const batches = [await reader.next(), await reader.next()];
  expect(batches.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'line-too-long' } });
});

test('a cancelled reader stops, an empty file has no lines', async () => {
  const signal = AbortSignal.abort();
  const cancelled = createLineReader(memorySource('t.txt', bytesOf('a\n')), { ...options, signal });
  expect(await cancelled.next()).toEqual({ ok: false, problem: { code: 'cancelled' } });
  expect(await allLines(new Uint8Array(0))).toEqual([]);
});
