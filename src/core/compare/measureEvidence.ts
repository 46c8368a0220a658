/** From the datasets of a cell to what a comparison needs of them. Fits spectra: a matter of seconds, for a worker. */
import { NOTHING_KNOWN, type CellKnowledge } from '#core/cycling/events/criterion.ts';
import { fullCellCycles } from '#core/cycling/fullCell/fullCellCycles.ts';
import { impliedRetention } from '#core/cycling/fullCell/impliedRetention.ts';
import { retainedCapacity } from '#core/cycling/fullCell/retention.ts';
import { timedIntercept, type TimedIntercept } from '#core/cycling/events/timedIntercept.ts';
import { interceptsDuringRun } from '#core/cycling/events/interceptsDuringRun.ts';
import { cellFactsOf } from '#core/cycling/cellFacts.ts';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { summariseCycling, type CyclingSummary } from '#core/cycling/summariseCycling.ts';
import type { Dataset } from '#core/dataset.ts';
import { computeBatchItem } from '#core/eis/batchItem.ts';
import { derivedQuantity } from '#core/eis/derivedQuantity.ts';
import { electrolyteResistance } from '#core/eis/electrolyteResistance.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { interfaceArc } from '#core/eis/interfaceArc.ts';
import type { ImpedanceCell } from '#core/eis/readyCircuits.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import { joinContinuations } from '#core/import/continuation/joinContinuations.ts';
import { sequenceStart_s } from '#core/import/continuation/sequenceStart.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { Problem } from '#core/problem.ts';
import type { Cell, StateTag } from '#core/project/study.ts';
import {
  hasSolidElectrolyte,
  mainRun,
  pristineSpectrum,
  type CellEvidence,
  type SpectrumEvidence,
} from '#core/compare/cellEvidence.ts';
import { conditioningOf } from '#core/compare/conditioningOf.ts';
import { notedFacts } from '#core/compare/notedFacts.ts';
import { electrolyteFloor_ohm } from '#core/compare/electrolyteFloor.ts';

export interface MeasuredDataset {
  readonly dataset: Dataset;
  readonly state: StateTag;
  readonly receipt: Pick<Receipt, 'file'>;
}

export interface MeasuredEvidence {
  readonly evidence: CellEvidence;
  /** Why runs could not be summarised or joined. */
  readonly problems: readonly Problem[];
}

/** @param thresholds by which events are called, where the study changed them */
export function measureEvidence(
  cell: Cell,
  measured: readonly MeasuredDataset[],
  thresholds: Partial<EventThresholds> = {},
): MeasuredEvidence {
  const impedance = measured.filter(({ dataset }) => dataset.kind === 'impedance');
  const timed = impedance.map(({ dataset, state }) => timedIntercept(dataset, state));
  const spectra = impedance.map((each, at) => spectrumEvidence(cell, each, timed[at]?.intercept ?? null));
  const cycling = measured.filter(({ dataset }) => dataset.kind === 'cycling');
  const known = knowledgeOf(cell, { spectra, impedance, timed, cycling });
  const { runs, implied, problems } = summarise(cell, cycling, {
    known,
    thresholds: { ...EVENT_THRESHOLDS, ...thresholds },
  });
  const run = mainRun({ runs });
  const conditioning = run && run.followsCurrent ? conditioningOf(run) : null;
  const retention = (run && implied.get(run)) ?? null;
  const evidence = { cell, runs, spectra, conditioning, impliedRetention: retention, ...notedFacts(cell) };
  return { evidence, problems };
}

function spectrumEvidence(
  cell: Cell,
  { dataset, state }: MeasuredDataset,
  intercept: SpectrumEvidence['intercept'],
): SpectrumEvidence {
  const { label } = dataset;
  const spectrum = spectrumOf(dataset)?.spectrum;
  const nothing = { intercept: null, circuit: null, interface_ohm: null, electrolyte_ohm: null };
  if (!spectrum) return { label, state, ...nothing };
  const { fit } = computeBatchItem({ spectrum, options: { steps: ['fit'], cell: impedanceCellOf(cell) } });
  return {
    label,
    state,
    intercept,
    ...(fit ? resistancesOf(fit) : nothing),
  };
}

function impedanceCellOf(cell: Cell): ImpedanceCell {
  if (cell.kind !== 'symmetric') return 'any';
  return hasSolidElectrolyte(cell) ? 'li-se' : 'li-liquid';
}

function resistancesOf(fit: FitResult) {
  const arc = interfaceArc(fit);
  const before = electrolyteResistance(fit)?.names ?? [];
  return {
    circuit: fit.circuit,
    interface_ohm: arc && derivedQuantity(fit, (valueOf) => valueOf(arc.resistance)),
    electrolyte_ohm:
      before.length === 0
        ? null
        : derivedQuantity(fit, (valueOf) => before.reduce((sum, name) => sum + valueOf(name), 0)),
  };
}

interface Gathered {
  readonly spectra: readonly SpectrumEvidence[];
  readonly impedance: readonly MeasuredDataset[];
  readonly timed: readonly TimedIntercept[];
  readonly cycling: readonly MeasuredDataset[];
}

/** The lower of what spectrum and data sheet give for the electrolyte, so that the floor never rises by a poor guess. */
function knowledgeOf(cell: Cell, gathered: Gathered): CellKnowledge {
  const measured_ohm = pristineSpectrum(gathered)?.electrolyte_ohm?.value ?? null;
  const resistances = [measured_ohm, electrolyteFloor_ohm(cell)].flatMap((value) => value ?? []);
  return {
    ...NOTHING_KNOWN,
    ohmic_ohm: resistances.length === 0 ? null : Math.min(...resistances),
    intercepts: interceptsOf(gathered),
  };
}

/** Intercepts against the pristine one, where the clock says when in the run they were taken. */
function interceptsOf({ impedance, timed, cycling }: Gathered): CellKnowledge['intercepts'] {
  const named = ({ dataset, receipt }: MeasuredDataset) => ({ dataset, fileName: receipt.file.name });
  const spectra = impedance.map(named);
  const starts = cycling.flatMap((run) => sequenceStart_s(named(run), spectra) ?? []);
  return interceptsDuringRun(timed, starts.length === 0 ? null : Math.min(...starts));
}

interface Judged {
  readonly known: CellKnowledge;
  readonly thresholds: EventThresholds;
}

function summarise(cell: Cell, cycling: readonly MeasuredDataset[], { known, thresholds }: Judged) {
  const joined = cycling.length > 1 ? joinContinuations(cycling) : null;
  const whole = joined?.ok
    ? [{ dataset: joined.dataset, breaks: joined.breaks }]
    : cycling.map(({ dataset }) => ({ dataset, breaks: [] }));
  const runs: CyclingSummary[] = [];
  const implied = new Map<CyclingSummary, CellEvidence['impliedRetention']>();
  const problems: Problem[] = joined && !joined.ok ? [joined.problem] : [];
  const set_mA = cell.setCurrent_mA ?? null;
  const setCurrent_A = set_mA === null ? null : set_mA / 1000;
  const { area_cm2, activeMass_mg: mass_mg } = cell;
  for (const { dataset, breaks } of whole) {
    const outcome = summariseCycling(dataset, {
      area_cm2,
      mass_mg,
      setCurrent_A,
      breaks,
      known,
      thresholds,
      cellKind: cell.kind,
      cellFacts: cellFactsOf(cell),
    });
    if (!outcome.ok) {
      problems.push(outcome.problem);
      continue;
    }
    runs.push(outcome.summary);
    const cycles = fullCellCycles(outcome.run, { area_cm2, mass_mg });
    if (cycles) implied.set(outcome.summary, impliedRetention(cycles, retainedCapacity(cycles, null)));
  }
  return { runs, implied, problems };
}
