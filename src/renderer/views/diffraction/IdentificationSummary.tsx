/** How well the phases explain the focused scan, what they leave, and what to keep in mind. */
import { Alert, Title } from '@mantine/core';
import type { HaloShare } from '#core/xrd/identification.ts';
import { fixed } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { PlainTable } from '../../components/PlainTable.tsx';
import { identificationNotes } from './identificationNotes.ts';
import type { IdentificationRecord } from './identificationRecord.ts';
import { unexplainedTable } from './unexplainedTable.ts';
import type { ScanView } from './useScans.ts';

const words = text.diffraction;

/** From this many standard errors on. */
const SEEN = 3;

function isSeen({ significance }: HaloShare): boolean {
  return significance >= SEEN;
}

export interface IdentificationSummaryProps {
  readonly view: ScanView;
  readonly record: IdentificationRecord;
  readonly isStale: boolean;
}

export function IdentificationSummary({ view, record, isStale }: IdentificationSummaryProps) {
  const { identification } = record;
  const { rwp, rExpected, zeroShift_deg, displacement_mm, halos } = identification;
  return (
    <section>
      {isStale && (
        <Alert variant="light" color="yellow" p="xs">
          {words.stale}
        </Alert>
      )}
      <p className="form-hint">{words.quality(fixed(100 * rwp, 1), fixed(100 * rExpected, 1))}</p>
      <p className="form-hint">{words.shift(fixed(zeroShift_deg, 3), fixed(displacement_mm, 2))}</p>
      {halos.filter(isSeen).map(({ id, share }) => (
        <p key={id} className="form-hint">
          {words.halo(id, fixed(100 * share, 1))}
        </p>
      ))}
      <p className="form-hint">{words.sigma[view.sigmaRule]}</p>
      {identificationNotes(identification).map((note) => (
        <Alert key={note} variant="light" color="yellow" p="xs" mt={4}>
          {note}
        </Alert>
      ))}
      <Title order={6} mt="sm">
        {words.unexplained}
      </Title>
      <PlainTable
        label={words.unexplained}
        table={unexplainedTable(identification)}
        empty={words.noneUnexplained}
      />
    </section>
  );
}
