/** The high-frequency intercepts of spectra in files beside a run, in the time of the run: a sign of shorts in it. */
import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import { runIntercepts, type SpectrumBeside } from '#core/cycling/events/runIntercepts.ts';
import type { NamedDataset } from '#core/import/continuation/sequenceStart.ts';
import type { StateTag } from '#core/project/study.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

export interface FileBeside {
  readonly request: PathRequest;
  readonly state: StateTag;
}

export interface InterceptsBeside {
  /** None without a file marked pristine or without clocks; a file that cannot be read has none. */
  readonly intercepts: CellKnowledge['intercepts'];
  /** How many spectra were read; more than the intercepts where some could not be placed in the run. */
  readonly spectra: number;
}

export async function interceptsBeside(
  run: NamedDataset,
  files: readonly FileBeside[],
  options: PathOptions,
): Promise<InterceptsBeside> {
  if (!files.some(({ state }) => state.kind === 'pristine')) return { intercepts: [], spectra: 0 };
  const spectra: SpectrumBeside[] = [];
  for (const { request, state } of files) {
    const outcome = await importPath(request, options);
    if (!outcome.ok) continue;
    const fileName = outcome.receipt.file.name;
    const impedance = outcome.datasets.filter(({ kind }) => kind === 'impedance');
    spectra.push(...impedance.map((dataset) => ({ dataset, fileName, state })));
  }
  return { intercepts: runIntercepts(run, spectra), spectra: spectra.length };
}
