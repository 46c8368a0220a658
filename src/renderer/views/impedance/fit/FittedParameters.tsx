/** The table of the circuit being edited beside the fit, as far as that is of this circuit and of these points. */
import type { Weighting } from '#core/eis/fitResult.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { withSetting, type CircuitDraft } from './circuitDraft.ts';
import { isStale, type FitRecord } from './fitRecord.ts';
import { draftState } from './fitState.ts';
import { ParameterTable } from './ParameterTable.tsx';
import { useIntervals } from './useIntervals.ts';

export interface FittedParametersProps {
  readonly draft: CircuitDraft;
  readonly setDraft: (change: (before: CircuitDraft) => CircuitDraft) => void;
  readonly focused: SpectrumView | null;
  readonly record: FitRecord | undefined;
  readonly weighting: Weighting;
}

export function FittedParameters(props: FittedParametersProps) {
  const { focused, record, weighting, draft, setDraft } = props;
  const fit = record && draftState(draft, record) !== 'other-circuit' ? record.fit : null;
  const isCurrent = record && focused && !isStale(record, focused.dataset, weighting);
  const intervals = useIntervals(isCurrent ? focused : null, fit);
  return (
    <ParameterTable
      draft={draft}
      fit={fit}
      intervals={intervals}
      onSetting={(name, patch) => {
        setDraft((before) => withSetting(before, name, patch));
      }}
    />
  );
}
