/** Archives that were made to harm, or that were harmed, end in a problem and soon. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readZip } from '#core/import/readZip.ts';
import { importBytes } from '../../support/importBytes.ts';

interface Member {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
  readonly method?: number;
}

/** An archive written field by field, so that its fields may lie. */
function archive(members: readonly Member[], count = members.length): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc, method = 8 } of members) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

const PROFILE = 'Data0/Profile0.txt';
/** CRC-32 of `123456789`, the check value of the standard. */
const CHECK = { text: Buffer.from('123456789'), crc: 0xcbf43926 };
const sound: Member = { name: PROFILE, packed: deflateRawSync(CHECK.text), size: 9, crc: CHECK.crc };

test('a member deflated or stored comes out whole', () => {
  const stored = { ...sound, name: 'stored', packed: CHECK.text, method: 0 };
  const read = readZip(archive([sound, stored]), () => true);
  if (!read.ok) return expect.fail(read.problem.code);
  expect([...read.members].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    [PROFILE, '123456789'],
    ['stored', '123456789'],
  ]);
});

describe('is refused', () => {
  const zeros = deflateRawSync(Buffer.alloc(20_000_000));
  test.for([
    ['a bomb that owns up to its ratio', [{ ...sound, packed: zeros, size: 20_000_000 }], 'malformed'],
    ['a bomb that states a small size', [{ ...sound, packed: zeros, size: 1000 }], 'malformed'],
    ['a member of gigabytes', [{ ...sound, size: 4_000_000_000 }], 'file-too-large'],
    ['a wrong checksum', [{ ...sound, crc: 1 }], 'malformed'],
    ['a damaged stream', [{ ...sound, packed: Buffer.from([0xff, 0xff, 0xff]) }], 'malformed'],
    ['an unknown method', [{ ...sound, method: 99 }], 'malformed'],
  ] as const)('%s', async ([, members, code]) => {
    const start = performance.now();
    expect(await importBytes(archive(members))).toMatchObject({ ok: false, problem: { code } });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a list of more members than there are, and one of too many', () => {
    expect(readZip(archive([sound], 3), () => true)).toMatchObject({
      ok: false,
      problem: { code: 'malformed' },
    });
    expect(readZip(archive([sound], 60_000), () => true)).toMatchObject({
      ok: false,
      problem: { code: 'malformed' },
    });
  });

  test('an archive cut before its list', () => {
    const whole = archive([sound]);
    expect(readZip(whole.subarray(0, -30), () => true)).toMatchObject({
      ok: false,
      problem: { code: 'truncated' },
    });
  });
});
