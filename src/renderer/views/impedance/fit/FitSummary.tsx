/** How the fit ended, why its circuit was chosen and what to doubt. */
import { Alert, Badge } from '@mantine/core';
import type { FitWarning } from '#core/eis/fitResult.ts';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import { valueWords } from '../valueWords.ts';
import { CandidateTable } from './CandidateTable.tsx';
import { fitMisfit } from './fitMisfit.ts';
import type { FitRecord } from './fitRecord.ts';
import type { DraftState } from './fitState.ts';

const words = text.impedanceFit;
const PERCENT = 100;

/** Warnings of one kind together: a circuit with too many elements has many correlated pairs. */
function warningsByCode(
  warnings: readonly FitWarning[],
): readonly (readonly [FitWarning['code'], readonly FitWarning[]])[] {
  const byCode = new Map<FitWarning['code'], FitWarning[]>();
  for (const warning of warnings) byCode.set(warning.code, [...(byCode.get(warning.code) ?? []), warning]);
  return [...byCode];
}

export interface FitSummaryProps {
  readonly record: FitRecord;
  readonly warnings: readonly FitWarning[];
  readonly isStale: boolean;
  readonly state: DraftState | null;
  /** Of the Kramers-Kronig test; null = not known yet. */
  readonly noiseRms: number | null;
  readonly onTake: (circuit: string) => void;
}

function Choice({ record: { choice, fit }, onTake }: FitSummaryProps) {
  if (!choice) return null;
  return (
    <>
      <p>
        <b>{words.why}:</b> {choice.reason}
      </p>
      {choice.runnerUp && (
        <p>
          <b>{words.runnerUp}:</b> {choice.runnerUp.circuit}
        </p>
      )}
      {!choice.criteriaAgree && choice.aiccPrefers !== null && (
        <Alert variant="light" color="yellow" p="xs">
          {words.disagree(choice.aiccPrefers)}
        </Alert>
      )}
      <CandidateTable candidates={choice.candidates} chosen={fit.circuit} onTake={onTake} />
    </>
  );
}

export function FitSummary(props: FitSummaryProps) {
  const { record, warnings: said, isStale, state, noiseRms } = props;
  const { fit } = record;
  const misfit = isStale || noiseRms === null ? null : fitMisfit(fit, noiseRms);
  return (
    <section className="fit-summary">
      {isStale && (
        <Alert variant="light" color="yellow" p="xs">
          {words.stale}
        </Alert>
      )}
      {state !== 'as-fitted' && (
        <Alert variant="light" color="blue" p="xs">
          {state === 'other-circuit' ? words.otherCircuit : words.preview}
        </Alert>
      )}
      <p>
        <Badge size="sm" tt="none" variant="light" color={fit.status === 'converged' ? 'teal' : 'yellow'}>
          {words.statuses[fit.status]}
        </Badge>{' '}
        {words.quality(valueWords(fit.chiSquared_modulus, 3), valueWords(fit.reducedChiSquared, 3))}
        {fit.starts > 1 && `, ${words.starts(fit.startsAtBest, fit.starts)}`}
      </p>
      {fit.ending !== undefined && <p>{fit.ending}</p>}
      {misfit && (
        <Alert variant="light" color="red" p="xs">
          {words.misfit(fixed(misfit.residualRms * PERCENT, 2), fixed(misfit.noiseRms * PERCENT, 2))}
        </Alert>
      )}
      {warningsByCode(said).map(([code, warnings]) => (
        <Alert key={code} variant="light" color="yellow" p="xs" title={words.warnings[code]}>
          {warnings.map(({ subject, detail }) => (
            <div key={subject}>
              {subject}: {detail}
            </div>
          ))}
        </Alert>
      ))}
      <Choice {...props} />
    </section>
  );
}
