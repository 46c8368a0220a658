/** A vector PDF of an SVG without a printer: what a plain browser can do. */
import { figureFontBytes } from '../components/figureFont.ts';
import type { PaperSize } from './platform.ts';

/** The same figure gives the same bytes, so the file names the time of its study, not of its making. */
function pdfDate(iso: string): string {
  const digits = new Date(iso).toISOString().replace(/\D/g, '').slice(0, 14);
  return `D:${digits}+00'00'`;
}

const UNKNOWN_TIME = '2000-01-01T00:00:00Z';
const FILE_ID = '0'.repeat(32);

function binaryString(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return binary;
}

let font: Promise<string> | null = null;

/** The same for every document. */
function fontText(): Promise<string> {
  return (font ??= figureFontBytes().then((bytes) => binaryString(new Uint8Array(bytes))));
}

async function createDocument({ width_mm, height_mm, createdAt = UNKNOWN_TIME }: PaperSize) {
  const { jsPDF } = await import('jspdf');
  const orientation = width_mm > height_mm ? 'landscape' : 'portrait';
  const format = [width_mm, height_mm];
  // Without putOnlyUsedFonts fourteen standard fonts are listed that are not embedded.
  const pdf = new jsPDF({ unit: 'mm', format, orientation, putOnlyUsedFonts: true, compress: true });
  pdf.addFileToVFS('Arimo.ttf', await fontText());
  pdf.addFont('Arimo.ttf', 'Arimo', 'normal');
  pdf.setFont('Arimo');
  pdf.setCreationDate(pdfDate(createdAt));
  pdf.setFileId(FILE_ID);
  return pdf;
}

export async function pdfOfSvg(svg: string, paper: PaperSize): Promise<Uint8Array> {
  const [{ svg2pdf }, pdf] = await Promise.all([import('svg2pdf.js'), createDocument(paper)]);
  const element = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  await svg2pdf(element, pdf, { x: 0, y: 0, width: paper.width_mm, height: paper.height_mm });
  return new Uint8Array(pdf.output('arraybuffer'));
}
