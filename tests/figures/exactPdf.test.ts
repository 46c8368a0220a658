import { expect, test } from 'vitest';
import { exactPdf } from '#figures/exactPdf.ts';

/** A PDF as Skia lays it out, with the table of offsets that belongs to it. */
function printed(mediaBox: string): string {
  const objects = [
    `1 0 obj\n<</Creator (x)\n/CreationDate (D:20261122212924+00'00')\n/ModDate (D:20261122212924+00'00')>>\nendobj\n`,
    `2 0 obj\n<</Type /Page\n/MediaBox ${mediaBox}\n/Contents 3 0 R>>\nendobj\n`,
    `3 0 obj\n<</Length 4>> stream\nq\xe9Q\n\nendstream\nendobj\n`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object) => {
    const at = text.length;
    text += object;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<</Size 4>>\nstartxref\n${text.length}\n%%EOF\n`;
}

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const text = (pdf: Uint8Array) => Array.from(pdf, (code) => String.fromCharCode(code)).join('');
const FACTS = { width_mm: 88, height_mm: 75, date_s: Date.UTC(2024, 2, 26, 17, 40, 0) / 1000 };

test('gives the page the size of the figure, measured from its upper edge', () => {
  const pdf = text(exactPdf(bytes(printed('[0 0 252 216]')), FACTS));
  const [left = NaN, bottom = NaN, right = NaN, top = NaN] = (/MediaBox \[([^\]]+)\]/.exec(pdf)?.[1] ?? '')
    .split(' ')
    .map(Number);
  expect([left, top]).toEqual([0, 216]);
  // 1 pt = 25.4/72 mm
  expect(((right - left) / 72) * 25.4).toBeCloseTo(88, 2);
  expect(((top - bottom) / 72) * 25.4).toBeCloseTo(75, 2);
});

test('keeps every offset pointing at its object', () => {
  const pdf = text(exactPdf(bytes(printed('[0 0 252 216]')), FACTS));
  const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
  expect(pdf.slice(table, table + 4)).toBe('xref');
  const offsets = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map((row) => Number(row[1]));
  expect(offsets.map((at) => pdf.slice(at, at + 7))).toEqual(['1 0 obj', '2 0 obj', '3 0 obj']);
});

test('dates the file from its content and leaves other bytes alone', () => {
  const pdf = text(exactPdf(bytes(printed('[0 0 252 216]')), FACTS));
  expect(pdf.match(/D:\d+/g)).toEqual(['D:20240326174000', 'D:20240326174000']);
  expect(pdf).toContain('q\xe9Q');
});

test('leaves the page of a PDF it does not understand as it is', () => {
  const foreign = printed('[0 0 252 216]').replace('xref\n0 4', 'xref stream');
  expect(text(exactPdf(bytes(foreign), FACTS))).toContain('/MediaBox [0 0 252 216]');
});
