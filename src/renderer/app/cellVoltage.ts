/** The voltage of a measured cell as figures take it. */
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { StudyContents } from '../store/studyStore.ts';
import { cellIdentity, type MeasuredCell } from './cellIdentity.ts';
import type { Loaded } from './useLoaded.ts';
import type { DrawnColumns } from './voltageTraceLoader.ts';

export interface VoltageRun extends MeasuredCell {
  readonly trace: Loaded<DrawnColumns> | undefined;
}

/** Null while it is being read, or where it could not be. */
export function cellVoltage(contents: StudyContents, run: VoltageRun): CellVoltage | null {
  if (!run.trace?.ok) return null;
  const { cell } = run;
  return {
    ...cellIdentity(contents, run),
    ...run.trace.value,
    timeZero_s: cell?.timeZero_s ?? 0,
    trimFrom_s: cell?.trimFrom_s ?? null,
    trimTo_s: cell?.trimTo_s ?? null,
  };
}
