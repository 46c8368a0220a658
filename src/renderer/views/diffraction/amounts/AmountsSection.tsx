/** How much of each phase the focused scan shows, how deep it looks, and why to doubt it. */
import { Alert, Title } from '@mantine/core';
import { PlainTable } from '../../../components/PlainTable.tsx';
import { text } from '../../../text/text.ts';
import type { UpdateSettings } from '../diffractionSettings.ts';
import { amountNotes } from './amountNotes.ts';
import { amountsTable } from './amountsTable.ts';
import './amounts.css';
import { GeometryForm } from './GeometryForm.tsx';
import { useAmounts, type AmountInputs } from './useAmounts.ts';

const words = text.diffractionAmounts;

export interface AmountsSectionProps extends AmountInputs {
  readonly update: UpdateSettings;
}

export function AmountsSection({ update, ...inputs }: AmountsSectionProps) {
  const amounts = useAmounts(inputs);
  if (!amounts) return null;
  const { facts, grave, others } = amountNotes(amounts);
  return (
    <section className="amounts">
      <Title order={6}>{words.title}</Title>
      <GeometryForm {...inputs} update={update} />
      <PlainTable label={words.table} table={amountsTable(amounts)} empty={words.tableEmpty} />
      {grave.map((note) => (
        <Alert key={note} variant="light" color="yellow" p="xs" mt={4}>
          {note}
        </Alert>
      ))}
      {facts.map((fact) => (
        <p key={fact} className="form-hint">
          {fact}
        </p>
      ))}
      {others.length > 0 && (
        <ul className="form-hint" aria-label={words.doubts}>
          {others.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
