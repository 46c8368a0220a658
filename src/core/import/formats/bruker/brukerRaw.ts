/** Siemens and Bruker `.raw`, versions 1 to 4, told apart by their first bytes. */
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { readRawV1, readRawV2, readRawV3 } from '#core/import/formats/bruker/rawOld.ts';
import type { RawOutcome } from '#core/import/formats/bruker/rawRange.ts';
import { readRawV4 } from '#core/import/formats/bruker/rawV4.ts';
import { diffractionOutcome, scanLabel } from '#core/import/formats/diffraction/diffractionScan.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import { startsWith } from '#core/import/startsWith.ts';

const VERSIONS: readonly (readonly [signature: string, read: (bytes: Uint8Array) => RawOutcome])[] = [
  ['RAW4.00', readRawV4],
  ['RAW1.01', readRawV3],
  ['RAW2', readRawV2],
  ['RAW ', readRawV1],
];

function versionOf(bytes: Uint8Array): (typeof VERSIONS)[number] | undefined {
  return VERSIONS.find(([signature]) => startsWith(bytes, signature));
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const version = versionOf(whole.bytes);
  if (!version) {
    const found = new TextDecoder('windows-1252').decode(whole.bytes.subarray(0, 7));
    return { ok: false, problem: { code: 'unknown-version', what: 'Bruker .raw', version: found } };
  }
  const read = version[1](whole.bytes);
  if (!read.ok) return read;
  const scans = read.ranges.map((range, i) => ({ ...range, label: scanLabel(i, read.ranges.length) }));
  return diffractionOutcome(scans, { head: input.head });
}

export const brukerRaw: Format = {
  id: 'bruker-raw',
  label: 'Bruker and Siemens RAW, versions 1 to 4',
  vendor: 'Bruker',
  extensions: ['raw'],
  techniques: 'diffraction',
  parserVersion: 1,
  // A text that begins with the letters RAW is none: GSAS and others use the same ending.
  recognise: ({ bytes, encoding }) =>
    (versionOf(bytes) !== undefined && encoding === 'binary') || startsWith(bytes, 'RAW4.'),
  parse,
};
