import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32, pngWithDpi } from '#figures/pngWithDpi.ts';
import { stableSvg } from '#figures/stableSvg.ts';
import { textWidth } from '#figures/textWidth.ts';

/** One black pixel, put together by hand from the PNG specification. */
function tinyPng(): Uint8Array {
  const chunk = (type: string, body: Buffer) => {
    const tagged = Buffer.concat([Buffer.from(type), body]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(tagged));
    return Buffer.concat([length, tagged, check]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.from([0, 0])));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]),
  );
}

describe('PNG with its resolution', () => {
  test('the checksum is that of the CRC catalogue', () => {
    // Check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  test('600 dpi is written as 23622 dots a metre between header and data', () => {
    const png = pngWithDpi(tinyPng(), 600);
    const view = new DataView(png.buffer);
    expect(String.fromCharCode(...png.subarray(37, 41))).toBe('pHYs');
    expect([view.getUint32(41), view.getUint32(45), png[49]]).toEqual([23622, 23622, 1]);
    expect(String.fromCharCode(...png.subarray(58, 62))).toBe('IDAT');
  });
});

describe('an SVG for files', () => {
  const plotly = (a: string, b: string) =>
    `<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="10" height="5" style="x">` +
    `<clipPath id="${a}"/><clipPath id="${b}"/><g clip-path="url(#${b})"/><g clip-path="url('#${a}')"/></svg>`;

  test('does not depend on the identifiers that were drawn at random', () => {
    const size = { width_mm: 180, height_mm: 90 };
    expect(stableSvg(plotly('clip9f', 'clip9fxy'), size)).toBe(stableSvg(plotly('clip0a1', 'z'), size));
  });

  test('states its size in millimetres and keeps what refers to what', () => {
    const svg = stableSvg(plotly('clip9f', 'clip9fxy'), { width_mm: 85, height_mm: 60.5 });
    expect(svg).toContain('width="85mm" height="60.5mm"');
    expect(svg).toContain('<clipPath id="a1"/><clipPath id="a2"/>');
    expect(svg).toContain(`clip-path="url(#a2)"/><g clip-path="url('#a1')"`);
  });
});

test('text is as wide as the advances of the font say', () => {
  // hmtx of Arimo: V 1366, o 1139, l 455 of 2048 units an em.
  expect(textWidth('Vol', 10)).toBeCloseTo((10 * (1366 + 1139 + 455)) / 2048, 12);
});
