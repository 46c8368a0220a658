/** All circuits that were tried, best first; what was refused says why. */
import { Button } from '@mantine/core';
import type { CircuitCandidate } from '#core/eis/fitResult.ts';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';

const words = text.impedanceFit;

export interface CandidateTableProps {
  readonly candidates: readonly CircuitCandidate[];
  readonly chosen: string;
  readonly onTake: (circuit: string) => void;
}

export function CandidateTable({ candidates, chosen, onTake }: CandidateTableProps) {
  return (
    <table className="candidates" aria-label={words.candidates}>
      <thead>
        <tr>
          <th scope="col">{words.circuit}</th>
          <th scope="col">{words.bic}</th>
          <th scope="col">{words.aicc}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ circuit, name, bic, aicc, refusal }) => (
          <tr key={`${name} ${circuit}`} data-refused={refusal !== null} data-chosen={circuit === chosen}>
            <td>
              <Button
                variant="subtle"
                size="compact-xs"
                title={words.take}
                onClick={() => {
                  onTake(circuit);
                }}
              >
                {circuit}
              </Button>
              <small>{refusal === null ? name : `${words.refused}: ${refusal}`}</small>
            </td>
            <td data-number>{fixed(bic, 1)}</td>
            <td data-number>{fixed(aicc, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
