/** The high-frequency intercepts of a cell's stored spectra, with their clocks: a sign of shorts in its cycling. */
import { runIntercepts } from '#core/cycling/events/runIntercepts.ts';
import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import { withoutRows } from '#core/project/excludeRows.ts';
import { loadDataset } from '../store/loadDataset.ts';
import type { StoredDataset } from '../store/schema.ts';
import type { StudyStore } from '../store/studyStore.ts';

/** What the intercepts depend on. */
export function interceptKeys(spectra: readonly StoredDataset[]): readonly unknown[] {
  return spectra.map(({ contentKey, state, impedanceSign, excludedRows }) => [
    ...[contentKey, state, impedanceSign ?? null, excludedRows ?? []],
  ]);
}

/** In the time of the run; none without a spectrum marked pristine or without clocks. */
export async function timedIntercepts(
  store: StudyStore,
  run: StoredDataset,
  spectra: readonly StoredDataset[],
): Promise<CellKnowledge['intercepts']> {
  if (!spectra.some(({ state }) => state.kind === 'pristine')) return [];
  const { kind, label, rows, metadata } = run;
  const columns = await store.columns(run.id, ['clock_s', 'time_s']);
  const read = async (row: StoredDataset) => ({
    dataset: withoutRows(await loadDataset(store, row), new Set(row.excludedRows)),
    fileName: row.fileName,
    state: row.state,
  });
  const whole = { dataset: { kind, label, rows, metadata, columns }, fileName: run.fileName };
  return runIntercepts(whole, await Promise.all(spectra.map(read)));
}
