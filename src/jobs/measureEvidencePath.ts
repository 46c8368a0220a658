/** The files of one cell, imported and reduced to what a comparison needs. */
import { measureEvidence, type MeasuredDataset } from '#core/compare/measureEvidence.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { Problem } from '#core/problem.ts';
import type { Cell, StateTag } from '#core/project/study.ts';
import { presentPhases, type SoughtPhases } from '#jobs/presentPhases.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

export interface EvidenceRequest {
  readonly cell: Cell;
  /** `name` is how the file is called in the answer. */
  readonly files: readonly {
    readonly request: PathRequest;
    readonly name: string;
    readonly state: StateTag;
  }[];
  /** Without them scans are not looked at. */
  readonly sought?: SoughtPhases;
  /** By which events are called, where the study changed them. */
  readonly thresholds?: Partial<EventThresholds>;
}

export interface EvidenceResult {
  readonly evidence: CellEvidence;
  readonly failed: readonly { readonly file: string; readonly problem: Problem }[];
}

export async function measureEvidencePath(
  { cell, files, sought, thresholds }: EvidenceRequest,
  options: PathOptions = {},
): Promise<EvidenceResult> {
  const measured: MeasuredDataset[] = [];
  const failed: EvidenceResult['failed'][number][] = [];
  for (const { request, name, state } of files) {
    const outcome = await importPath(request, options);
    if (!outcome.ok) {
      failed.push({ file: name, problem: outcome.problem });
      continue;
    }
    const { receipt } = outcome;
    measured.push(...outcome.datasets.map((dataset) => ({ dataset, state, receipt })));
  }
  const { evidence: own, problems } = measureEvidence(cell, measured, thresholds);
  const datasets = measured.map(({ dataset }) => dataset);
  const evidence = sought ? { ...own, phases: presentPhases(datasets, sought) } : own;
  return { evidence, failed: [...failed, ...problems.map((problem) => ({ file: cell.name, problem }))] };
}
