/** The words of a CIF 1.1 file with their lines: names, values, and what begins a block or a loop. IUCr, CIF 1.1 syntax. */

export interface CifToken {
  readonly kind: 'data' | 'save' | 'loop' | 'tag' | 'value';
  /** Name of the block, name of the item in small letters, or the value without its quotes. */
  readonly text: string;
  readonly line: number;
  /** A quoted `?` is a text, a bare one means "not known". */
  readonly quoted: boolean;
}

export interface CifFault {
  readonly line: number;
  readonly reason: string;
}

export type TokenOutcome =
  | { readonly ok: true; readonly tokens: readonly CifToken[] }
  | { readonly ok: false; readonly fault: CifFault };

/** Blanks, a comment, a quoted value that ends before a blank, or a bare word. */
const WORD = /\s+|#.*|(['"])(.*?)\1(?=\s|$)|\S+/y;

export function cifTokens(text: string): TokenOutcome {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const tokens: CifToken[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const content = lines[i] ?? '';
    let rest = content;
    if (content.startsWith(';')) {
      const end = endOfTextField(lines, i);
      if (end === -1) return faultAt(i, 'the text field that begins here with ; has no end');
      const body = [content.slice(1), ...lines.slice(i + 1, end)].join('\n').trim();
      tokens.push({ kind: 'value', text: body, line: i + 1, quoted: true });
      i = end;
      rest = (lines[end] ?? '').slice(1);
    }
    const reason = addWords(tokens, rest, i + 1);
    if (reason !== undefined) return faultAt(i, reason);
  }
  return { ok: true, tokens };
}

function faultAt(index: number, reason: string): TokenOutcome {
  return { ok: false, fault: { line: index + 1, reason } };
}

/** Index of the line that begins with the closing semicolon, or -1. */
function endOfTextField(lines: readonly string[], start: number): number {
  for (let i = start + 1; i < lines.length; i += 1) if (lines[i]?.startsWith(';')) return i;
  return -1;
}

/** Adds the words of a line; returns what is wrong with it, if anything. */
function addWords(tokens: CifToken[], content: string, line: number): string | undefined {
  WORD.lastIndex = 0;
  for (let match = WORD.exec(content); match?.[0]; match = WORD.exec(content)) {
    const [word, quote, inner] = match;
    if (/^[\s#]/.test(word)) continue;
    if (quote !== undefined) {
      tokens.push({ kind: 'value', text: inner ?? '', line, quoted: true });
      continue;
    }
    if (/^['"]/.test(word)) return `the quote ${word.charAt(0)} is not closed on this line`;
    if (/^[[\]$]/.test(word)) return `a bare value cannot begin with ${word.charAt(0)}`;
    if (/^(?:global_|stop_)$/i.test(word)) return `${word} is no part of CIF 1.1`;
    tokens.push(bareToken(word, line));
  }
  return undefined;
}

function bareToken(word: string, line: number): CifToken {
  const lower = word.toLowerCase();
  const token = { line, quoted: false };
  if (lower.startsWith('data_')) return { ...token, kind: 'data', text: word.slice(5) };
  if (lower.startsWith('save_')) return { ...token, kind: 'save', text: word.slice(5) };
  if (lower === 'loop_') return { ...token, kind: 'loop', text: '' };
  // Newer dictionaries part category and item with a point.
  if (word.startsWith('_')) return { ...token, kind: 'tag', text: lower.replaceAll('.', '_') };
  return { ...token, kind: 'value', text: word };
}
