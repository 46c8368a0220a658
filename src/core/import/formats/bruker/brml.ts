/** Bruker `.brml`: an archive with one `RawData*.xml` a scan; also such an XML file on its own. */
import { decodeText } from '#core/import/encoding.ts';
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { readBrmlData, type BrmlRoute } from '#core/import/formats/bruker/brmlData.ts';
import { diffractionOutcome, scanLabel } from '#core/import/formats/diffraction/diffractionScan.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import { readZip } from '#core/import/readZip.ts';
import { startsWith } from '#core/import/startsWith.ts';
import { zipHolds } from '#core/import/zipHolds.ts';
import type { Problem } from '#core/problem.ts';

const MEMBER = /(?:^|\/)RawData(\d+)\.xml$/iu;

type Documents =
  | { readonly ok: true; readonly xml: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

function documentsOf(bytes: Uint8Array, head: FileHead): Documents {
  if (!startsWith(bytes, 'PK\x03\x04')) return { ok: true, xml: [decodeText(bytes, head.encoding)] };
  const zip = readZip(bytes, (name) => MEMBER.test(name));
  if (!zip.ok) return zip;
  const place = (name: string) => Number(MEMBER.exec(name)?.[1]);
  const members = [...zip.members].sort(([a], [b]) => place(a) - place(b));
  if (members.length === 0) return { ok: false, problem: { code: 'no-data-rows' } };
  return { ok: true, xml: members.map(([, member]) => decodeText(member, 'utf-8')) };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const documents = documentsOf(whole.bytes, input.head);
  if (!documents.ok) return documents;
  const routes: BrmlRoute[] = [];
  for (const xml of documents.xml) {
    const read = readBrmlData(xml);
    if (!read.ok) return read;
    routes.push(...read.routes);
  }
  const scans = routes.map(({ scan, radiation }, i) => ({
    ...scan,
    radiation,
    label: scanLabel(i, routes.length),
  }));
  return diffractionOutcome(scans, { head: input.head });
}

export const brml: Format = {
  id: 'bruker-brml',
  label: 'Bruker BRML',
  vendor: 'Bruker',
  extensions: ['brml'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: (head) =>
    zipHolds(head, /Experiment\d+\/|RawData\d+\.xml/u) ||
    /^\s*(?:<\?xml[^>]*>\s*)?<RawData[\s>]/u.test(head.text),
  parse,
};
