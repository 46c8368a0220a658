/** The verdict on each phase with its evidence, as a table. */
import type { Identification, LineEvidence, PhaseVerdict } from '#core/xrd/identification.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { digits } from '../../text/digits.ts';
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

/** Lines that lie closer than a hundredth of a degree are told once, with their number. */
function lines(evidence: readonly LineEvidence[]): string {
  const counts = new Map<string, number>();
  for (const { twoTheta_deg } of evidence) {
    const angle = twoTheta_deg.toFixed(2);
    counts.set(angle, (counts.get(angle) ?? 0) + 1);
  }
  const told = [...counts].map(([angle, count]) => (count === 1 ? angle : words.coincident(angle, count)));
  return told.length === 0 ? '–' : told.join(', ');
}

/** Never certain: what rounds to 0 or 1 is told as a bound. */
function probabilityWords(probability: number): string {
  if (probability < 0.01) return '< 0.01';
  return probability > 0.99 ? '> 0.99' : probability.toFixed(2);
}

/** Two digits, and never nothing: some of a phase can always hide. */
function limitWords({ verdict, detectionLimit_weightFraction }: PhaseVerdict): string {
  if (verdict === 'present') return '–';
  const limit = 100 * detectionLimit_weightFraction;
  return limit < 0.01 ? '< 0.01' : digits(limit, 2);
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
      probabilityWords(phase.probability),
      amount(phase),
      limitWords(phase),
      lines(phase.evidence.found),
      lines(phase.evidence.missing),
      phase.reason,
    ]),
  };
}
