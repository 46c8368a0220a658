/** The circuit being edited for each spectrum, beside what was fitted. */
import { useCallback, useEffect, useState } from 'react';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { draftOfFit, EMPTY_DRAFT, parametersOfDraft, settingOf, type CircuitDraft } from './circuitDraft.ts';
import type { FitRecord } from './fitRecord.ts';

export interface Drafts {
  readonly draftOf: (datasetId: string) => CircuitDraft;
  readonly setDraft: (datasetId: string, change: (before: CircuitDraft) => CircuitDraft) => void;
}

/** Drafts outlive the panel that edits them: another mode or view does not take them away. */
let keptDrafts: ReadonlyMap<string, CircuitDraft> = new Map();

/** A spectrum without a draft has what was fitted to it. */
export function useDrafts(records: ReadonlyMap<string, FitRecord>): Drafts {
  const [drafts, setDrafts] = useState(keptDrafts);
  useEffect(() => {
    keptDrafts = drafts;
  }, [drafts]);
  const draftIn = useCallback(
    (map: ReadonlyMap<string, CircuitDraft>, id: string) => {
      const record = records.get(id);
      return map.get(id) ?? (record ? draftOfFit(record.fit, EMPTY_DRAFT) : EMPTY_DRAFT);
    },
    [records],
  );
  const draftOf = useCallback((id: string) => draftIn(drafts, id), [drafts, draftIn]);
  const setDraft = useCallback<Drafts['setDraft']>(
    (id, change) => {
      setDrafts((map) => new Map(map).set(id, change(draftIn(map, id))));
    },
    [draftIn],
  );
  return { draftOf, setDraft };
}

export type DraftState = 'as-fitted' | 'other-values' | 'other-circuit';

/** How the draft differs from the fit; null without a fit. */
export function draftState(draft: CircuitDraft, record: FitRecord | undefined): DraftState | null {
  if (!record || !draft.circuit) return null;
  const { circuit } = draft;
  if (circuitText(circuit) !== record.fit.circuit) return 'other-circuit';
  const values = new Map(record.fit.parameters.map(({ name, value }) => [name, value]));
  const isSame = parametersOfDraft(draft).every(
    ({ name }) => settingOf(circuit, name).value === values.get(name),
  );
  return isSame ? 'as-fitted' : 'other-values';
}
