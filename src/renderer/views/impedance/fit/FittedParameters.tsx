/** The table of the circuit being edited beside the fit, as far as that is of this circuit and of these points. */
import type { Weighting } from '#core/eis/fitResult.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { withSetting, type CircuitDraft } from './circuitDraft.ts';
import { isStale, type FitRecord } from './fitRecord.ts';
import { draftState } from './fitState.ts';
import { ParameterTable } from './ParameterTable.tsx';
import { useIntervals, type FittedSpectrum } from './useIntervals.ts';

export interface FittedParametersProps {
  readonly draft: CircuitDraft;
  readonly setDraft: (change: (before: CircuitDraft) => CircuitDraft) => void;
  readonly focused: SpectrumView | null;
  readonly record: FitRecord | undefined;
  readonly weighting: Weighting;
  readonly onRecord: FittedSpectrum['onRecord'];
}

export function FittedParameters(props: FittedParametersProps) {
  const { focused, record, weighting, draft, setDraft } = props;
  const shown = record && draftState(draft, record) !== 'other-circuit' ? record : null;
  const isCurrent = shown !== null && focused !== null && !isStale(shown, focused.dataset, weighting);
  const intervals = useIntervals({ view: focused, record: shown, isCurrent, onRecord: props.onRecord });
  return (
    <ParameterTable
      draft={draft}
      fit={shown?.fit ?? null}
      intervals={intervals}
      onSetting={(name, patch) => {
        setDraft((before) => withSetting(before, name, patch));
      }}
    />
  );
}
