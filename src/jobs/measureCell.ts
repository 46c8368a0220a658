/** All measurements of one cell: its files imported, its cycling runs joined where they continue each other. */
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { runIntercepts, type SpectrumBeside } from '#core/cycling/events/runIntercepts.ts';
import { joinContinuations } from '#core/import/continuation/joinContinuations.ts';
import { runStart_s } from '#core/import/continuation/runStart.ts';
import { summariseCycling, type CyclingRun, type CyclingSummary } from '#core/cycling/summariseCycling.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { CellFacts } from '#core/cycling/cellFacts.ts';
import type { Normalisation } from '#core/cycling/capacityProfile.ts';
import { findColumn, findNumbers, type Dataset } from '#core/dataset.ts';
import { inspectionOf, type Inspection } from '#core/export/inspection.ts';
import type { Receipt } from '#core/import/receipt.ts';
import { minMaxPyramid, type MinMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { isNonDecreasing } from '#core/numeric/searchSorted.ts';
import type { CellKind, StateTag } from '#core/project/study.ts';
import type { Problem } from '#core/problem.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

export interface MeasureCellRequest extends Normalisation {
  /** Paths of files, or the files of a study file. */
  readonly paths: readonly (string | PathRequest)[];
  /** When each of them was measured; without it spectra tell nothing of the runs. */
  readonly states?: readonly StateTag[];
  /** Size of the current for files that recorded none; null = not known. */
  readonly setCurrent_A: number | null;
  /** What is known of the cell; null = nothing. */
  readonly cellKind: CellKind | null;
  readonly cellFacts: CellFacts;
  /** By which events are called; the program's own unless given. */
  readonly thresholds?: EventThresholds;
}

export interface CellRun {
  readonly label: string;
  /** More than one for a run continued in other files. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Wall clock at time 0, s since 1970; null = not recorded. */
  readonly start_s: number | null;
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly pyramid: MinMaxPyramid;
  readonly timeIsSorted: boolean;
  /** Null when the run lacks what half cycles need; `problem` then says what. */
  readonly cycling: { readonly summary: CyclingSummary; readonly run: CyclingRun } | null;
  readonly problem: Problem | null;
}

export interface CellMeasurement {
  /** In the order of the request. */
  readonly inspections: readonly Inspection[];
  readonly runs: readonly CellRun[];
  /** Why several cycling runs of the cell stand side by side; null when they were joined or there is one. */
  readonly notJoined: Problem | null;
}

interface KnownRequest extends MeasureCellRequest {
  readonly spectra: readonly SpectrumBeside[];
}

interface Part {
  readonly dataset: Dataset;
  readonly receipt: Pick<Receipt, 'file'>;
}

export async function measureCell(
  request: MeasureCellRequest,
  options: PathOptions = {},
): Promise<CellMeasurement> {
  const inspections: Inspection[] = [];
  const parts: Part[] = [];
  const spectra: SpectrumBeside[] = [];
  for (const [at, file] of request.paths.entries()) {
    const outcome = await importPath(typeof file === 'string' ? { path: file } : file, options);
    inspections.push(inspectionOf(outcome));
    if (!outcome.ok) continue;
    const cycling = outcome.datasets.filter(({ kind }) => kind === 'cycling');
    parts.push(...cycling.map((dataset) => ({ dataset, receipt: outcome.receipt })));
    const state = request.states?.[at] ?? { kind: 'unspecified' };
    const fileName = outcome.receipt.file.name;
    const impedance = outcome.datasets.filter(({ kind }) => kind === 'impedance');
    spectra.push(...impedance.map((dataset) => ({ dataset, fileName, state })));
  }
  const drawable = parts.filter(({ dataset }) => hasVoltage(dataset));
  return { inspections, ...runsOf(drawable, { ...request, spectra }) };
}

function hasVoltage(dataset: Dataset): boolean {
  return findColumn(dataset, 'time_s') !== undefined && findColumn(dataset, 'voltage_V') !== undefined;
}

function runsOf(parts: readonly Part[], request: KnownRequest) {
  const single = () => parts.map(({ dataset, receipt }) => cellRun(dataset, [receipt.file], [], request));
  if (parts.length < 2) return { runs: single(), notJoined: null };
  const joined = joinContinuations(parts);
  if (!joined.ok) return { runs: single(), notJoined: joined.problem };
  const files = joined.parts.map(({ file, sha256 }) => ({ name: file, sha256 }));
  return { runs: [cellRun(joined.dataset, files, joined.breaks, request)], notJoined: null };
}

function cellRun(
  dataset: Dataset,
  files: CellRun['files'],
  breaks: readonly number[],
  request: KnownRequest,
): CellRun {
  const { area_cm2, mass_mg, setCurrent_A, cellKind, cellFacts, thresholds, spectra } = request;
  const run = { dataset, fileName: files[0]?.name ?? '' };
  const intercepts = runIntercepts(run, spectra);
  const time_s = findNumbers(dataset, 'time_s') ?? new Float64Array();
  const voltage_V = findNumbers(dataset, 'voltage_V') ?? new Float64Array();
  const outcome = summariseCycling(dataset, {
    ...{ area_cm2, mass_mg, setCurrent_A, breaks, cellKind, cellFacts },
    known: { ...NOTHING_KNOWN, intercepts },
    ...(thresholds && { thresholds }),
  });
  return {
    label: dataset.label,
    files,
    start_s: runStart_s(dataset),
    time_s,
    voltage_V,
    pyramid: minMaxPyramid(voltage_V),
    timeIsSorted: isNonDecreasing(time_s),
    cycling: outcome.ok ? { summary: outcome.summary, run: outcome.run } : null,
    problem: outcome.ok ? null : outcome.problem,
  };
}
