import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import { interceptsDuringRun } from '#core/cycling/events/interceptsDuringRun.ts';
import { timedIntercept } from '#core/cycling/events/timedIntercept.ts';
import { sequenceStart_s, type NamedDataset } from '#core/import/continuation/sequenceStart.ts';
import type { StateTag } from '#core/project/study.ts';

export interface SpectrumBeside extends NamedDataset {
  readonly state: StateTag;
}

/** The high-frequency intercepts of spectra beside a run, in the time of the run. */
export function runIntercepts(
  run: NamedDataset,
  spectra: readonly SpectrumBeside[],
): CellKnowledge['intercepts'] {
  const timed = spectra.map(({ dataset, state }) => timedIntercept(dataset, state));
  return interceptsDuringRun(timed, sequenceStart_s(run, spectra));
}
