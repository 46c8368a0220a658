/** The data blocks of a CIF: single items and loops. */
import type { CifFault, CifToken } from '#core/xrd/cif/cifTokens.ts';

export interface CifLoop {
  readonly tags: readonly string[];
  readonly rows: readonly (readonly CifToken[])[];
}

export interface CifBlock {
  readonly name: string;
  readonly line: number;
  /** Single items are loops of one row, so that both are asked alike. */
  readonly loops: readonly CifLoop[];
}

export type BlockOutcome =
  | { readonly ok: true; readonly blocks: readonly CifBlock[] }
  | { readonly ok: false; readonly fault: CifFault };

interface OpenBlock extends CifBlock {
  readonly loops: CifLoop[];
  readonly seen: Set<string>;
}

/** Where the reading stands. */
interface Cursor {
  readonly tokens: readonly CifToken[];
  at: number;
}

class BadCif extends Error {
  readonly fault: CifFault;
  constructor(line: number, reason: string) {
    super(reason);
    this.fault = { line, reason };
  }
}

export function cifBlocks(tokens: readonly CifToken[]): BlockOutcome {
  try {
    return { ok: true, blocks: readBlocks({ tokens, at: 0 }) };
  } catch (error) {
    if (!(error instanceof BadCif)) throw error;
    return { ok: false, fault: error.fault };
  }
}

function readBlocks(cursor: Cursor): CifBlock[] {
  const blocks: OpenBlock[] = [];
  for (let token = cursor.tokens[cursor.at]; token; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    if (token.kind === 'data') {
      blocks.push({ name: token.text, line: token.line, loops: [], seen: new Set() });
      continue;
    }
    const block = blocks.at(-1);
    if (!block) throw new BadCif(token.line, `${token.text || 'loop_'} stands before the first data_ line`);
    if (token.kind === 'tag') addItem(block, token, cursor);
    else if (token.kind === 'loop') addLoop(block, token, cursor);
    else if (token.kind === 'value')
      throw new BadCif(token.line, `the value ${shortened(token.text)} belongs to no name`);
  }
  return blocks;
}

function addItem(block: OpenBlock, tag: CifToken, cursor: Cursor): void {
  const value = cursor.tokens[cursor.at];
  if (value?.kind !== 'value') throw new BadCif(tag.line, `${tag.text} has no value`);
  cursor.at += 1;
  remember(block, tag);
  block.loops.push({ tags: [tag.text], rows: [[value]] });
}

function addLoop(block: OpenBlock, loop: CifToken, cursor: Cursor): void {
  const tags = takeWhile(cursor, 'tag');
  const values = takeWhile(cursor, 'value');
  if (tags.length === 0) throw new BadCif(loop.line, 'a loop_ without names');
  for (const tag of tags) remember(block, tag);
  if (values.length === 0) throw new BadCif(loop.line, 'a loop_ without values');
  if (values.length % tags.length !== 0) {
    const line = lastWholeRow(values, tags.length) ?? loop.line;
    throw new BadCif(
      line,
      `the loop has ${tags.length} names and ${values.length} values, which makes no whole rows`,
    );
  }
  const rows = Array.from({ length: values.length / tags.length }, (_, i) =>
    values.slice(i * tags.length, (i + 1) * tags.length),
  );
  block.loops.push({ tags: tags.map(({ text }) => text), rows });
}

/** The first line of a loop with one row a line that has another number of values. */
function lastWholeRow(values: readonly CifToken[], columns: number): number | undefined {
  const counts = new Map<number, number>();
  for (const { line } of values) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].find(([, count]) => count !== columns)?.[0];
}

function takeWhile(cursor: Cursor, kind: CifToken['kind']): CifToken[] {
  const start = cursor.at;
  while (cursor.tokens[cursor.at]?.kind === kind) cursor.at += 1;
  return cursor.tokens.slice(start, cursor.at);
}

function remember({ seen }: OpenBlock, { text, line }: CifToken): void {
  if (seen.has(text)) throw new BadCif(line, `${text} is given a second time in this block`);
  seen.add(text);
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** The loop that holds an item, or undefined. */
export function loopWith({ loops }: CifBlock, tag: string): CifLoop | undefined {
  return loops.find(({ tags }) => tags.includes(tag));
}

/** The first of these items that the block has with a known value. */
export function itemOf(block: CifBlock, ...tags: readonly string[]): CifToken | undefined {
  return tags.map((tag) => cell(loopWith(block, tag), 0, tag)).find((token) => token && !isUnknown(token));
}

/** The value of an item in a row of a loop. */
export function cell(loop: CifLoop | undefined, row: number, tag: string): CifToken | undefined {
  return loop?.rows[row]?.[loop.tags.indexOf(tag)];
}

/** `?` and `.` mean "not known" and "does not apply". */
export function isUnknown({ text, quoted }: CifToken): boolean {
  return !quoted && (text === '?' || text === '.');
}

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\(\d+\))?$/i;

/** A number with or without its uncertainty in brackets, `1.234(5)`; NaN for anything else. */
export function cifNumber({ text }: CifToken): number {
  return Number(NUMBER.exec(text)?.[1] ?? NaN);
}
