/** What was measured of a cell as it is kept: with the key of what it was computed from. */
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { Cell } from '#core/project/study.ts';
import type { Problem } from '#core/problem.ts';
import type { StoredDataset } from '../../store/schema.ts';

export interface EvidenceRecord {
  readonly inputs: string;
  readonly evidence: CellEvidence;
  /** Why runs could not be summarised or joined. */
  readonly problems: readonly Problem[];
}

/** A cell that takes part, with its measurements of cycling and impedance. */
export interface ComparedCell {
  readonly cell: Cell;
  readonly datasets: readonly StoredDataset[];
}

/** Where the last evidence of a cell is kept. */
export function evidenceKey({ id }: Pick<Cell, 'id'>): string {
  return `compare-evidence ${id}`;
}

/** Changes with the form of the evidence, and with how it is measured: what was kept of an older one is measured anew. */
const FORM = 4;

/** Everything that the evidence depends on. */
export function evidenceInputs(
  { cell, datasets }: ComparedCell,
  thresholds: Partial<EventThresholds> = {},
): string {
  const measured = datasets.map(({ contentKey, state, impedanceSign, excludedRows }) => [
    ...[contentKey, state, impedanceSign ?? null, excludedRows ?? []],
  ]);
  return JSON.stringify([FORM, cell, measured, thresholds]);
}
