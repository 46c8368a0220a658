/** The verdict on each phase with its evidence, as a table. */
import type { Identification, LineEvidence, PhaseVerdict } from '#core/xrd/identification.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { text } from '../../text/text.ts';

const words = text.diffraction;
const ORDER = { present: 0, undecided: 1, absent: 2 } as const;

const percent = (share: number) => (100 * share).toFixed(1);

function amount({ weightFraction, weightFractionError }: PhaseVerdict): string {
  if (weightFraction === null) return '–';
  return weightFractionError === null
    ? percent(weightFraction)
    : `${percent(weightFraction)} ± ${percent(weightFractionError)}`;
}

function lines(evidence: readonly LineEvidence[]): string {
  return evidence.length === 0 ? '–' : evidence.map(({ twoTheta_deg }) => twoTheta_deg.toFixed(2)).join(', ');
}

/** Present phases first, then by probability. */
export function orderedVerdicts({ phases }: Identification): readonly PhaseVerdict[] {
  return [...phases].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || b.probability - a.probability);
}

export function verdictTable(identification: Identification | null): ShownTable {
  const { columns, verdicts } = words;
  return {
    titles: [
      columns.phase,
      columns.verdict,
      columns.probability,
      columns.amount,
      columns.limit,
      columns.found,
      columns.missing,
      columns.reason,
    ],
    rows: (identification ? orderedVerdicts(identification) : []).map((phase) => [
      phase.id,
      verdicts[phase.verdict],
      phase.probability.toFixed(2),
      amount(phase),
      phase.verdict === 'present' ? '–' : percent(phase.detectionLimit_weightFraction),
      lines(phase.evidence.found),
      lines(phase.evidence.missing),
      phase.reason,
    ]),
  };
}
