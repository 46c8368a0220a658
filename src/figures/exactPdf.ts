/**
 * A browser's PDF of one figure made exact: the page has the figure's size to a hundredth of a point (browsers round
 * it to device pixels), and its dates are those of the content, so that the same figure gives the same bytes.
 * Reads what Skia writes: ISO 32000-1 with a plain cross-reference table.
 */
import type { FigureStyle } from '#figures/figure.ts';

const PT_PER_MM = 72 / 25.4;
const DATE_ENTRY = /(\/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*\))/g;
const MEDIA_BOX = /\/MediaBox ?\[0 0 [\d.]+ ([\d.]+)\]/g;
const TABLE = /xref\r?\n0 \d+\r?\n(?:\d{10} \d{5} [nf][ \r]\n)+/;

export interface PdfFacts extends Pick<FigureStyle, 'width_mm' | 'height_mm'> {
  /** Date of the content, s since 1970, written as UTC. */
  readonly date_s: number;
}

/** @param pdf one page, at least as large as the figure, which stands in its upper left corner */
export function exactPdf(pdf: Uint8Array, { date_s, ...size }: PdfFacts): Uint8Array {
  const stamp = new Date(1000 * date_s).toISOString().replace(/\D/g, '').slice(0, 14);
  const dated = binaryText(pdf).replace(
    DATE_ENTRY,
    (_all, lead: string, rest: string) => lead + stamp + rest,
  );
  return Uint8Array.from(cropped(dated, size), (letter) => letter.charCodeAt(0));
}

/** One character a byte, both ways. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
}

function points(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** PDF counts y from below, so the figure's page is the upper left part of the printed one. */
function cropped(pdf: string, { width_mm, height_mm }: Pick<PdfFacts, 'width_mm' | 'height_mm'>): string {
  const [box, ...others] = pdf.matchAll(MEDIA_BOX);
  if (!box || others.length > 0 || !TABLE.test(pdf)) return pdf;
  const top = Number(box[1]);
  const edges = [0, top - height_mm * PT_PER_MM, width_mm * PT_PER_MM, top].map(points);
  const fresh = `/MediaBox [${edges.join(' ')}]`;
  const longer = fresh.length - box[0].length;
  const moved = (offset: number) => (offset > box.index ? offset + longer : offset);
  return (pdf.slice(0, box.index) + fresh + pdf.slice(box.index + box[0].length))
    .replace(TABLE, (table) =>
      table.replace(/^\d{10}(?= \d{5} n)/gm, (offset) => String(moved(Number(offset))).padStart(10, '0')),
    )
    .replace(
      /(startxref\r?\n)(\d+)/,
      (_all, lead: string, offset: string) => lead + String(moved(Number(offset))),
    );
}
