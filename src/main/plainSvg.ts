/**
 * What main prints is a drawing and nothing else. The policy of the page and the closed network would stop scripts and
 * foreign addresses too; a figure that has any is not one of this program's, and is refused before it is loaded.
 */

const FOREIGN_ELEMENT = /<\/?(?:script|foreignobject|iframe|object|embed|meta|link|base|form|html|body)\b/iu;
const EVENT_ATTRIBUTE = /\son[a-z]+\s*=\s*["']/iu;
/** Of href, src and url(): only places in the figure itself and data that it carries. */
const FOREIGN_REFERENCE =
  /\b(?:href|src)\s*=\s*["']\s*(?!#|data:)|url\(\s*(?:["']|&quot;)?\s*(?!#|data:|["'&])|@import/iu;
/** Tags and style sheets. The words between them may say anything. */
const MARKUP = /<style[^>]*>[^<]*|<[^>]*>/giu;

/** Throws for anything but one SVG element without scripts and without references to other files. */
export function assertPlainSvg(svg: string): void {
  const text = svg.trim();
  const isOneElement = /^(?:<\?xml[^>]*>\s*)?<svg[\s>]/u.test(text) && text.endsWith('</svg>');
  const markup = (text.match(MARKUP) ?? []).join('\n');
  const isForeign = [FOREIGN_ELEMENT, EVENT_ATTRIBUTE, FOREIGN_REFERENCE].some((part) => part.test(markup));
  if (!isOneElement || isForeign) throw new Error('The figure holds more than a drawing and is not printed.');
}
