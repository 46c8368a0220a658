/** Writes the resolution into a PNG: the pHYs chunk of the PNG specification, section 11.3.5.3. */

const SIGNATURE_BYTES = 8;
const HEADER_CHUNK_BYTES = 25;
const METRES_PER_INCH = 0.0254;

/** CRC-32 as PNG, zip and Ethernet use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function physChunk(dpi: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / METRES_PER_INCH);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1; // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** The PNG with its resolution; it must not have a pHYs chunk yet, as no browser's canvas writes one. */
export function pngWithDpi(png: Uint8Array, dpi: number): Uint8Array {
  const at = SIGNATURE_BYTES + HEADER_CHUNK_BYTES;
  const chunk = physChunk(dpi);
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, at));
  whole.set(chunk, at);
  whole.set(png.subarray(at), at + chunk.length);
  return whole;
}
