/** A receipt as names and values in words. */
import { FORMATS } from '#core/import/formats.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { StoredImport } from '../../../store/schema.ts';
import { count, fileSize } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';

export interface FactWords {
  readonly name: string;
  readonly value: string;
}

const words = text.receipt;

function delimiterWords(delimiter: string | null): string {
  if (delimiter === null) return words.none;
  if (delimiter === '\t') return words.tab;
  return delimiter === ' ' ? words.blank : delimiter;
}

export function formatLabel(id: string): string {
  return FORMATS.find((format) => format.id === id)?.label ?? id;
}

function readingFacts(receipt: Receipt): readonly FactWords[] {
  return [
    {
      name: words.format,
      value: `${formatLabel(receipt.format)} (${words.parser(receipt.parserVersion, receipt.coreVersion)})`,
    },
    {
      name: words.rows,
      value: words.rowWords(
        count(receipt.rowsRead),
        count(receipt.rowsRepaired),
        count(receipt.rowsRejected),
      ),
    },
    { name: words.encoding, value: receipt.encoding },
    { name: words.decimalMark, value: receipt.decimalMark ?? words.none },
    { name: words.delimiter, value: delimiterWords(receipt.delimiter) },
    { name: words.signRule, value: receipt.signRule },
    { name: words.complete, value: receipt.complete ? words.ended : words.notEnded },
  ];
}

export function receiptFacts({ receipt, importedAt }: StoredImport): readonly FactWords[] {
  return [
    { name: words.file, value: receipt.file.name },
    { name: words.size, value: fileSize(receipt.file.bytes) },
    ...readingFacts(receipt),
    { name: words.importedAt, value: new Date(importedAt).toLocaleString() },
    { name: words.sha256, value: receipt.file.sha256 },
  ];
}
