/**
 * Where a text ceases to be JSON (RFC 8259). The engine's own error names no place for some faults and words them
 * differently in every version.
 */
export interface JsonFault {
  /** 1-based. */
  readonly line: number;
  /** What stands there, at most a few characters; empty at the end of the text. */
  readonly found: string;
}

const TOKEN =
  /([{}[\],:])|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const BLANK = /[ \t\n\r]*/y;

type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';

interface State {
  readonly expected: Expected;
  /** Closing marks of the arrays and objects that are open, the innermost last. */
  readonly open: string;
}

const AFTER_COMMA: Readonly<Record<string, Expected>> = { ']': 'value', '}': 'name' };

/** The first fault of a text, or null when it is JSON. */
export function jsonFault(text: string): JsonFault | null {
  let state: State = { expected: 'value', open: '' };
  for (let at = skipBlank(text, 0); ;) {
    if (at === text.length) return state.expected === 'end' ? null : faultAt(text, at);
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const next = token && after(state, token[0]);
    if (!next) return faultAt(text, at);
    state = next;
    at = skipBlank(text, TOKEN.lastIndex);
  }
}

function skipBlank(text: string, from: number): number {
  BLANK.lastIndex = from;
  BLANK.exec(text);
  return BLANK.lastIndex;
}

function faultAt(text: string, at: number): JsonFault {
  return {
    line: text.slice(0, at).split('\n').length,
    found: /^[^\n\r]{0,12}/.exec(text.slice(at))?.[0] ?? '',
  };
}

/** Null when the token may not stand here. */
function after(state: State, token: string): State | null {
  const { expected, open } = state;
  if (token === '}' || token === ']') return closed(state, token);
  if (expected === 'end') return null;
  if (expected === 'colon') return token === ':' ? { expected: 'value', open } : null;
  if (expected === 'comma')
    return token === ',' ? { expected: AFTER_COMMA[open.slice(-1)] ?? 'end', open } : null;
  if (expected.endsWith('name')) return token.startsWith('"') ? { expected: 'colon', open } : null;
  return opened(open, token);
}

function opened(open: string, token: string): State | null {
  if (token === '{') return { expected: 'first name', open: `${open}}` };
  if (token === '[') return { expected: 'first value', open: `${open}]` };
  return token === ',' || token === ':' ? null : ended(open);
}

function closed({ expected, open }: State, mark: string): State | null {
  const may = expected === 'comma' || expected === (mark === ']' ? 'first value' : 'first name');
  return may && open.endsWith(mark) ? ended(open.slice(0, -1)) : null;
}

function ended(open: string): State {
  return { expected: open === '' ? 'end' : 'comma', open };
}
