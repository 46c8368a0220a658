/** The high-frequency intercepts of spectra in files beside a run, in the time of the run: a sign of shorts in it. */
import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import { interceptsDuringRun } from '#core/cycling/events/interceptsDuringRun.ts';
import { timedIntercept, type TimedIntercept } from '#core/cycling/events/timedIntercept.ts';
import { sequenceStart_s, type NamedDataset } from '#core/import/continuation/sequenceStart.ts';
import type { StateTag } from '#core/project/study.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

export interface FileBeside {
  readonly request: PathRequest;
  readonly state: StateTag;
}

/** None without a file marked pristine or without clocks; a file that cannot be read has none. */
export async function interceptsBeside(
  run: NamedDataset,
  files: readonly FileBeside[],
  options: PathOptions,
): Promise<CellKnowledge['intercepts']> {
  if (!files.some(({ state }) => state.kind === 'pristine')) return [];
  const timed: (NamedDataset & TimedIntercept)[] = [];
  for (const { request, state } of files) {
    const outcome = await importPath(request, options);
    const spectra = outcome.ok ? outcome.datasets.filter(({ kind }) => kind === 'impedance') : [];
    const fileName = outcome.ok ? outcome.receipt.file.name : '';
    timed.push(...spectra.map((dataset) => ({ ...timedIntercept(dataset, state), dataset, fileName })));
  }
  return interceptsDuringRun(timed, sequenceStart_s(run, timed));
}
