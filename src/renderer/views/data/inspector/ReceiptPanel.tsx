/** What the program found in a file, in words. */
import { Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconCopy,
} from '@tabler/icons-react';
import { describeWarning } from '#core/describeProblem.ts';
import type { CheckResult, Receipt } from '#core/import/receipt.ts';
import type { Warning } from '#core/problem.ts';
import type { StoredImport } from '../../../store/schema.ts';
import { text } from '../../../text/text.ts';
import { copyText } from '../copyText.ts';
import { inWords } from './columnWords.ts';
import { FactList } from './FactList.tsx';
import { receiptFacts } from './receiptFacts.ts';
import { receiptText } from './receiptText.ts';

const words = text.receipt;

const MARKS = {
  differs: { icon: IconAlertCircle, colour: 'var(--mantine-color-yellow-7)' },
  passed: { icon: IconCircleCheck, colour: 'var(--mantine-color-teal-6)' },
  failed: { icon: IconCircleX, colour: 'var(--mantine-color-red-6)' },
  'not-applicable': { icon: IconCircleDashed, colour: 'var(--mantine-color-dimmed)' },
} as const;

function CheckRow({ check }: { readonly check: CheckResult }) {
  const { icon: Mark, colour } = MARKS[check.status];
  return (
    <li className="check">
      <Mark size={16} stroke={1.8} color={colour} aria-hidden />
      <div>
        <b>{words.checkNames[check.check] ?? check.check}</b> <small>{words[check.status]}</small>
        <p>{inWords(check.detail)}</p>
      </div>
    </li>
  );
}

function placeWords({ line, byte }: Warning): string {
  if (line !== undefined) return ` (${words.line(line)})`;
  return byte === undefined ? '' : ` (${words.byte(byte)})`;
}

function Warnings({ warnings }: Pick<Receipt, 'warnings'>) {
  return (
    <section>
      <h4>{words.warnings(warnings.length)}</h4>
      <ul className="check-list">
        {warnings.map((warning, index) => (
          <li className="check" key={index}>
            <IconAlertTriangle size={16} stroke={1.8} color="var(--mantine-color-orange-6)" aria-hidden />
            <p>
              {inWords(describeWarning(warning))}
              {placeWords(warning)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RejectedLines({ receipt }: { readonly receipt: Receipt }) {
  if (receipt.rowsRejected === 0) return null;
  const more = receipt.rowsRejected - receipt.rejectedLines.length;
  return (
    <details>
      <summary>{words.rejected(receipt.rowsRejected)}</summary>
      <ul className="rejected-lines">
        {receipt.rejectedLines.map(({ line, reason }) => (
          <li key={line}>
            <b>{words.line(line)}</b> {reason}
          </li>
        ))}
        {more > 0 && <li>{words.rejectedMore(more)}</li>}
      </ul>
    </details>
  );
}

function Checks({ checks }: Pick<Receipt, 'checks'>) {
  const failed = checks.filter(({ status }) => status === 'failed');
  const differing = checks.filter(({ status }) => status === 'differs');
  const passed = checks.filter(({ status }) => status === 'passed');
  const rest = checks.filter(({ status }) => status === 'not-applicable');
  return (
    <section>
      <h4>
        {words.checks}: {words.checkSummary(failed.length, differing.length, passed.length)}
      </h4>
      <ul className="check-list">
        {[...failed, ...differing, ...passed, ...rest].map((check) => (
          <CheckRow key={check.check} check={check} />
        ))}
      </ul>
    </section>
  );
}

export function ReceiptPanel({ entry }: { readonly entry: StoredImport }) {
  const { receipt } = entry;
  return (
    <section className="inspector-section" aria-label={words.title}>
      <div className="section-head">
        <h3>{words.title}</h3>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconCopy size={13} />}
          onClick={() => void copyText(receiptText(entry))}
        >
          {words.copy}
        </Button>
      </div>
      <Checks checks={receipt.checks} />
      <Warnings warnings={receipt.warnings} />
      <RejectedLines receipt={receipt} />
      <FactList facts={receiptFacts(entry)} />
    </section>
  );
}
