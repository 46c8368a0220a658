/**
 * EC-Lab writes a file for each technique of a sequence, `NAME_02_GEIS_C05.mpr`, all in the time since the sequence began. A
 * text export without a header has no clock; another file of its sequence lends it one.
 */
import type { Dataset } from '#core/dataset.ts';
import { runStart_s } from '#core/import/continuation/runStart.ts';

export interface NamedDataset {
  readonly fileName: string;
  readonly dataset: Dataset;
}

/** What the files of one sequence share in their names; null for other names. */
function sequenceOf(fileName: string): string | null {
  const found = /^(?<name>.+)_\d{2}_[A-Za-z0-9]+_(?<channel>C[0-9A-Z]{2})\.\w+$/u.exec(fileName);
  return found?.groups ? `${found.groups['name']} ${found.groups['channel']}` : null;
}

/** The wall clock at which a run's own time reads 0, by its own clock or by that of its sequence; null without either. */
export function sequenceStart_s(run: NamedDataset, others: readonly NamedDataset[]): number | null {
  const own_s = runStart_s(run.dataset);
  const sequence = sequenceOf(run.fileName);
  if (own_s !== null || sequence === null) return own_s;
  const linked = others.filter(({ fileName }) => sequenceOf(fileName) === sequence);
  return linked.map(({ dataset }) => runStart_s(dataset)).find((start_s) => start_s !== null) ?? null;
}
