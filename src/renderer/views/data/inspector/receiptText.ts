/** The whole receipt as plain text, for a notebook or a mail. */
import { describeWarning } from '#core/describeProblem.ts';
import type { StoredImport } from '../../../store/schema.ts';
import { text } from '../../../text/text.ts';
import { receiptFacts } from './receiptFacts.ts';

export function receiptText(entry: StoredImport): string {
  const { checks, warnings, rejectedLines } = entry.receipt;
  const lines = [
    ...receiptFacts(entry).map(({ name, value }) => `${name}\t${value}`),
    ...checks.map(({ check, status, detail }) => `${check}\t${text.receipt[status]}\t${detail}`),
    ...warnings.map((warning) => describeWarning(warning)),
    ...rejectedLines.map(({ line, reason }) => `${text.receipt.line(line)}\t${reason}`),
  ];
  return lines.join('\n');
}
