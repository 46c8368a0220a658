/** The phases that the scans of a cell show. */
import type { Dataset } from '#core/dataset.ts';
import { diffractionPatternOf } from '#core/xrd/diffractionPatternOf.ts';
import { isPoorFit } from '#core/xrd/identify/poorFit.ts';
import { identifyPattern, type IdentifyRequest } from '#core/xrd/identify/identifyPattern.ts';

/** The phases that are looked for, and what atoms do to X-rays. */
export type SoughtPhases = Pick<IdentifyRequest, 'phases' | 'tables'>;

/**
 * Ids of what is called present in any of the scans, each once. A scan whose X-rays are not known, or whose fit leaves too
 * much unexplained, says nothing.
 */
export function presentPhases(datasets: readonly Dataset[], sought: SoughtPhases): readonly string[] {
  const scans = datasets.filter(({ kind }) => kind === 'diffraction');
  const found = scans.flatMap((scan) => phasesOfScan(scan, sought));
  return [...new Set(found)];
}

function phasesOfScan(scan: Dataset, sought: SoughtPhases): readonly string[] {
  const read = diffractionPatternOf(scan);
  if (!read.ok || read.pattern.radiation === null) return [];
  const { pattern } = read;
  const { radiation } = read.pattern;
  const found = identifyPattern({ ...sought, pattern, radiation });
  if (isPoorFit(found)) return [];
  return found.phases.filter(({ verdict }) => verdict === 'present').map(({ id }) => id);
}
