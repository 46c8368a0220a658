import { expect, test } from 'vitest';
import { createByteReader } from '#core/import/bytes.ts';

const reader = createByteReader(
  Uint8Array.from([0x01, 0x02, 0x03, 0x80, 0, 0, 0x80, 0x3f, 3, 0x41, 0xb5, 0x42]),
);

test('reads little-endian numbers', () => {
  expect(reader.u8(3)).toBe(128);
  expect(reader.u16(0)).toBe(0x0201);
  expect(reader.u32(0)).toBe(0x80030201);
  // 0x3f800000 is 1 in IEEE 754 single precision.
  expect(reader.f32(4)).toBe(1);
});

test('reads windows-1252 texts', () => {
  expect(reader.text(9, 3)).toBe('AµB');
  expect(reader.pascal(8)).toBe('AµB');
});

test('answers undefined wherever a value would end beyond the bytes', () => {
  expect([reader.u8(12), reader.u16(11), reader.u32(9), reader.f32(9), reader.f64(5)]).toEqual(
    Array(5).fill(undefined),
  );
  expect([reader.text(10, 3), reader.text(0, -1), reader.pascal(7), reader.u8(-1)]).toEqual(
    Array(4).fill(undefined),
  );
});

test('reads within a view of a larger buffer, not beyond it', () => {
  const view = createByteReader(Uint8Array.from([9, 9, 1, 2, 9, 9]).subarray(2, 4));
  expect(view.u16(0)).toBe(0x0201);
  expect(view.u32(0)).toBeUndefined();
});
