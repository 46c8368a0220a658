/** The amounts of the phases of a scan, computed anew when a choice changes. */
import { useMemo } from 'react';
import { phaseAmounts, type PhaseAmounts } from '#core/xrd/amounts/phaseAmounts.ts';
import type { DiffractionSettings } from '../diffractionSettings.ts';
import type { IdentificationRecord } from '../identificationRecord.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import type { ScanView } from '../useScans.ts';
import { geometryOf } from './amountSettings.ts';

export interface AmountInputs {
  readonly view: ScanView;
  readonly record: IdentificationRecord;
  readonly library: PhaseLibrary;
  readonly settings: DiffractionSettings;
}

/** Null while the X-rays are not known. */
export function useAmounts({ view, record, library, settings }: AmountInputs): PhaseAmounts | null {
  const { sample, filmThickness_um, film, substrate } = settings;
  const { pattern, radiation } = view;
  return useMemo(() => {
    if (!radiation) return null;
    const geometry = geometryOf({ sample, filmThickness_um, film, substrate });
    return phaseAmounts({ ...library, identification: record.identification, pattern, radiation, geometry });
  }, [record, library, pattern, radiation, sample, filmThickness_um, film, substrate]);
}
