/** The parameters of the circuit of one spectrum. */
import type { ParameterSetting } from '#core/eis/circuit.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { text } from '../../../text/text.ts';
import { parametersOfDraft, settingOf, type CircuitDraft } from './circuitDraft.ts';
import { CorrelationMatrix } from './CorrelationMatrix.tsx';
import { ParameterRow } from './ParameterRow.tsx';
import type { Intervals } from './useIntervals.ts';

const words = text.impedanceFit;
const COLUMNS = [
  'parameter',
  'value',
  'error',
  'interval',
  'verdict',
  'start',
  'lock',
  'lower',
  'upper',
] as const;

export interface ParameterTableProps {
  readonly draft: CircuitDraft;
  readonly fit: FitResult | null;
  /** Null = there is no fit of this circuit. */
  readonly intervals: Intervals | null;
  readonly onSetting: (name: string, patch: Partial<ParameterSetting>) => void;
}

export function ParameterTable({ draft, fit, intervals, onSetting }: ParameterTableProps) {
  const { circuit } = draft;
  if (!circuit) return <div className="technique-table technique-wait">{words.noCircuit}</div>;
  const estimates = new Map(fit?.parameters.map((estimate) => [estimate.name, estimate]));
  return (
    <div className="technique-table" role="region" tabIndex={0} aria-label={words.table}>
      <table className="parameter-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parametersOfDraft(draft).map((parameter) => (
            <ParameterRow
              key={parameter.name}
              parameter={parameter}
              setting={settingOf(circuit, parameter.name)}
              estimate={estimates.get(parameter.name) ?? null}
              intervals={intervals}
              onChange={(patch) => {
                onSetting(parameter.name, patch);
              }}
            />
          ))}
        </tbody>
      </table>
      {fit && <CorrelationMatrix fit={fit} />}
    </div>
  );
}
