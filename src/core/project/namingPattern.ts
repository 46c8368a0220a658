/**
 * File names as a source of group and cell: `{group}_{electrolyte}_{cell}` reads `Li-Hg_LLTO_03.mpr` as group Li-Hg,
 * electrolyte LLTO, cell 03. `*` stands for text that says nothing. The ending of the name is not part of the match.
 */
export const NAME_FIELDS = ['group', 'cell', 'coating', 'electrolyte', 'metal', 'cycle'] as const;

export type NameField = (typeof NAME_FIELDS)[number];
export type NameFields = Readonly<Partial<Record<NameField, string>>>;

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: NameField }
  | { readonly kind: 'any' };

export type NamingPattern = readonly Token[];

export type NamingPatternProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'no-cell' }
  | { readonly code: 'unknown-field'; readonly field: string }
  | { readonly code: 'repeated-field'; readonly field: string }
  | { readonly code: 'nothing-between'; readonly first: string; readonly second: string }
  | { readonly code: 'open-brace'; readonly position: number };

export type NamingPatternOutcome =
  | { readonly ok: true; readonly pattern: NamingPattern }
  | { readonly ok: false; readonly problem: NamingPatternProblem };

const TOKEN = /\{([^{}]*)\}|\*|[^{}*]+|[{}]/g;

function isNameField(text: string): text is NameField {
  return NAME_FIELDS.some((field) => field === text);
}

/** Reads the text of a pattern; one of `{cell}` and `{group}` must be in it. */
export function parseNamingPattern(text: string): NamingPatternOutcome {
  const tokens: Token[] = [];
  for (const match of text.trim().matchAll(TOKEN)) {
    const token = tokenOf(match[0], match[1]);
    if (token === null) return refuse({ code: 'open-brace', position: match.index + 1 });
    if (typeof token === 'string') return refuse({ code: 'unknown-field', field: token });
    tokens.push(token);
  }
  const problem = problemOf(tokens);
  return problem ? refuse(problem) : { ok: true, pattern: tokens };
}

function refuse(problem: NamingPatternProblem): NamingPatternOutcome {
  return { ok: false, problem };
}

/** The token; the name of a field that does not exist; or null for a brace without its partner. */
function tokenOf(text: string, field: string | undefined): Token | string | null {
  if (field !== undefined) {
    const name = field.trim().toLowerCase();
    return isNameField(name) ? { kind: 'field', field: name } : field;
  }
  if (text === '*') return { kind: 'any' };
  return text === '{' || text === '}' ? null : { kind: 'text', text };
}

function problemOf(tokens: readonly Token[]): NamingPatternProblem | null {
  if (tokens.length === 0) return { code: 'empty' };
  const fields = tokens.flatMap((token) => (token.kind === 'field' ? [token.field] : []));
  if (!fields.includes('cell') && !fields.includes('group')) return { code: 'no-cell' };
  const repeated = fields.find((field, index) => fields.indexOf(field) !== index);
  if (repeated !== undefined) return { code: 'repeated-field', field: repeated };
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind !== 'text' && next && next.kind !== 'text') {
      return { code: 'nothing-between', first: spelling(token), second: spelling(next) };
    }
  }
  return null;
}

function spelling(token: Token): string {
  if (token.kind === 'text') return token.text;
  return token.kind === 'any' ? '*' : `{${token.field}}`;
}

/** The name without folders and without its ending (at most eight letters or digits after the last dot). */
export function baseName(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return file.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

/**
 * The fields of a file name, or null when it does not follow the pattern. Every field takes as little as it can, so
 * that `{group}_*` reads `Li_Hg_01` as group Li. Capitals do not matter in the fixed parts.
 */
export function matchName(pattern: NamingPattern, name: string): NameFields | null {
  const fields = pattern.flatMap((token) => (token.kind === 'field' ? [token.field] : []));
  const source = pattern.map(expressionOf).join('');
  const match = new RegExp(`^${source}$`, 'iu').exec(baseName(name));
  if (!match) return null;
  return Object.fromEntries(fields.map((field, index) => [field, (match[index + 1] ?? '').trim()]));
}

function expressionOf(token: Token): string {
  if (token.kind === 'text') return token.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (token.kind === 'any') return '.*?';
  return token.field === 'cycle' ? '(\\d+?)' : '(.+?)';
}

/** A first guess for a list of names: the separators of the first one, its last number as the cell. */
export function suggestNamingPattern(names: readonly string[]): string {
  const parts = baseName(names[0] ?? '').split('_');
  if (parts.length === 1) return '{cell}';
  const numbered = parts.findLastIndex((part, index) => index > 0 && /^\D{0,4}\d+$/.test(part));
  const cellAt = numbered < 0 ? parts.length - 1 : numbered;
  const fields = parts.slice(0, cellAt + 1).map((_, index) => {
    if (index === cellAt) return '{cell}';
    if (index === 0) return '{group}';
    return index === 1 ? '{electrolyte}' : '*';
  });
  const suggestion = fields.join('_');
  return cellAt < parts.length - 1 ? `${suggestion}_*` : suggestion;
}
