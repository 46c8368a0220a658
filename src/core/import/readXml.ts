/**
 * A small reader of XML for files of instruments: elements, attributes and text, in the order of the file. There is
 * no document type and there are no entities but the five of XML itself and characters by number, so that a file can
 * neither fetch nor expand anything.
 */
import type { Problem } from '#core/problem.ts';

export interface XmlElement {
  /** Local names from the root to the element, joined by slashes: `xrdMeasurements/xrdMeasurement/scan`. */
  readonly path: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The element's own text, without that of its children. */
  readonly text: string;
}

const DEEPEST = 100;

interface OpenElement {
  readonly path: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly texts: string[];
}

/**
 * Calls `visit` for each element when it ends, so children come before their parent. Gives the problem that stopped
 * it: `malformed` for a document type, `truncated` when an element does not end.
 */
export function readXml(xml: string, visit: (element: XmlElement) => void): Problem | undefined {
  const open: OpenElement[] = [];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    open.at(-1)?.texts.push(decodeEntities(xml.slice(at, next < 0 ? xml.length : next)));
    if (next < 0) break;
    const piece = pieceAt(xml, next);
    if (!piece) return truncated(open);
    const problem = takePiece(piece, open, visit);
    if (problem) return problem;
    at = piece.end;
  }
  return open.length > 0 ? truncated(open) : undefined;
}

function truncated(open: readonly OpenElement[]): Problem {
  return { code: 'truncated', what: `its XML inside <${open.at(-1)?.name ?? 'the first element'}>` };
}

interface Piece {
  readonly kind: 'tag' | 'characters' | 'skipped' | 'refused';
  readonly text: string;
  readonly end: number;
}

/** What begins with `<` at a place, or undefined when it does not end. */
function pieceAt(xml: string, start: number): Piece | undefined {
  if (xml.startsWith('<!--', start)) return until(xml, start, { closing: '-->', kind: 'skipped' });
  if (xml.startsWith('<![CDATA[', start))
    return until(xml, start + 8, { closing: ']]>', kind: 'characters' });
  if (xml.startsWith('<?', start)) return until(xml, start, { closing: '?>', kind: 'skipped' });
  if (xml.startsWith('<!', start)) return { kind: 'refused', text: '', end: start };
  return until(xml, start, { closing: '>', kind: 'tag' });
}

function until(
  xml: string,
  start: number,
  { closing, kind }: { readonly closing: string; readonly kind: Piece['kind'] },
): Piece | undefined {
  const end = kind === 'tag' ? tagEnd(xml, start + 1) : xml.indexOf(closing, start + 1);
  if (end < 0) return undefined;
  return { kind, text: xml.slice(start + 1, end), end: end + closing.length };
}

/** The `>` that ends a tag: one inside quotes does not. */
function tagEnd(xml: string, from: number): number {
  const simple = xml.indexOf('>', from);
  const quote = xml.slice(from, simple < 0 ? from : simple);
  if ((quote.split('"').length + quote.split("'").length) % 2 === 0) return simple;
  let inside = '';
  for (let i = from; i < xml.length; i++) {
    const character = xml[i] ?? '';
    if (inside === '' && character === '>') return i;
    if (character === inside) inside = '';
    else if (inside === '' && (character === '"' || character === "'")) inside = character;
  }
  return -1;
}

function takePiece(
  piece: Piece,
  open: OpenElement[],
  visit: (element: XmlElement) => void,
): Problem | undefined {
  if (piece.kind === 'refused') {
    return { code: 'malformed', what: 'its XML declares a document type, which no instrument writes' };
  }
  if (piece.kind === 'characters') open.at(-1)?.texts.push(piece.text);
  if (piece.kind !== 'tag') return undefined;
  return piece.text.startsWith('/') ? closeElement(piece.text, open, visit) : openElement(piece, open, visit);
}

function closeElement(
  text: string,
  open: OpenElement[],
  visit: (element: XmlElement) => void,
): Problem | undefined {
  const element = open.pop();
  const name = localName(text.slice(1).trim());
  if (element?.name !== name) return { code: 'malformed', what: `its XML closes <${name}> at a wrong place` };
  visit({ ...element, text: element.texts.join('').trim() });
  return undefined;
}

function openElement(
  { text }: Piece,
  open: OpenElement[],
  visit: (element: XmlElement) => void,
): Problem | undefined {
  if (open.length >= DEEPEST) {
    return { code: 'malformed', what: `its XML is nested more than ${DEEPEST} levels deep` };
  }
  const name = localName(/^[^\s/]+/u.exec(text)?.[0] ?? '');
  const parent = open.at(-1);
  const path = parent ? `${parent.path}/${name}` : name;
  const attributes = attributesOf(text);
  if (text.endsWith('/')) visit({ path, name, attributes, text: '' });
  else open.push({ path, name, attributes, texts: [] });
  return undefined;
}

/** Vendors change the prefix of their names from version to version; none uses one name in two of them. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu);
  return new Map(
    [...found].map(([, name = '', double, single]) => [
      localName(name),
      decodeEntities(double ?? single ?? ''),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu, (whole, ...groups) => {
    const [hex, decimal, name] = groups as (string | undefined)[];
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
