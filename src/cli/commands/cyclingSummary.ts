import { basename } from 'node:path';
import { cellFactsOf } from '#core/cycling/cellFacts.ts';
import { hasPolarisation } from '#core/cycling/hasPolarisation.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { StudyFileCell } from '#core/project/studyFile.ts';
import { describeWarning } from '#core/describeProblem.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { FullCellSummary } from '#core/cycling/fullCell/summariseFullCell.ts';
import type { CyclingSummary, HalfCycleSummary } from '#core/cycling/summariseCycling.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import { thresholdWords } from '#core/text/thresholdWords.ts';
import { fullCellWords } from '#core/text/fullCellWords.ts';
import { eventWords } from '#core/text/eventWords.ts';
import { failedSummary, type SummariseOutcome, type SummariseRequest } from '#jobs/summarisePath.ts';
import { alignedRows } from '../alignedRows.ts';
import { answer, filesOf, positiveOption } from '../answer.ts';
import { CELL_FACTS_OPTIONS, cellFactsGiven, mergedCellFacts } from '../cellFactsOptions.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { fullCellTable } from '../fullCellText.ts';
import { listFiles, type ListedFile } from '../listFiles.ts';
import { runFiles } from '../runFiles.ts';
import { words } from '../text/english.ts';

export const cyclingSummary: Command = {
  name: 'cycling summary',
  summary: words.cycling.summary,
  operands: 'FILE…|STUDY',
  options: {
    area: { type: 'string', value: 'CM2', description: words.cycling.areaOption() },
    mass: { type: 'string', value: 'MG', description: words.cycling.massOption() },
    'current-mA': { type: 'string', value: 'I', description: words.cycling.currentOption() },
    'reference-cycle': { type: 'string', value: 'N', description: words.cycling.referenceOption() },
    dataset: { type: 'string', value: 'N', description: words.cycling.datasetOption() },
    ...CELL_FACTS_OPTIONS,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const operands = filesOf(invocation, 'cycling summary');
    const listed = (await Promise.all(operands.map(listFiles))).flat();
    const chosen = optionsOf(invocation);
    const outcomes = await runFiles(
      'summarise',
      listed.map((file) => ({ ...chosenFor(file, chosen), ...file.request })),
      terminal.signal,
      {
        status: terminal.status,
        failed: ({ path }, problem) => failedSummary({ name: basename(path), sha256: null }, problem),
      },
    );
    const answers = listed.flatMap((file, i) => {
      const outcome = outcomes[i];
      return outcome ? answerOf(file, outcome, chosen) : [];
    });
    const batch = listed.some(({ place }) => place !== null);
    const asList = { ...invocation, options: { ...invocation.options, batch } };
    return answer(answers, asList, terminal);
  },
};

function optionsOf(invocation: Invocation) {
  const current_mA = positiveOption(invocation, 'current-mA');
  const dataset = positiveOption(invocation, 'dataset');
  if (dataset !== null && !Number.isInteger(dataset)) throw new UsageError(words.cycling.wholeDataset());
  const referenceCycle = positiveOption(invocation, 'reference-cycle');
  if (referenceCycle !== null && !Number.isInteger(referenceCycle))
    throw new UsageError(words.cycling.wholeReference());
  return {
    referenceCycle,
    area_cm2: positiveOption(invocation, 'area'),
    mass_mg: positiveOption(invocation, 'mass'),
    setCurrent_A: current_mA === null ? null : current_mA / 1000,
    dataset,
    cellFacts: cellFactsGiven(invocation),
  };
}

type Given = ReturnType<typeof optionsOf>;
type Chosen = Given &
  Pick<SummariseRequest, 'cellKind' | 'beside'> & { readonly thresholds: EventThresholds };

/** Of a study also by which thresholds it calls events. */
function chosenFor({ place }: ListedFile, given: Given): Chosen {
  const cell = place?.cell ?? null;
  const { kind: cellKind = null } = cell ?? {};
  return {
    ...(cell ? ofCell(cell, given) : given),
    cellKind,
    beside: place?.beside ?? [],
    thresholds: eventThresholdsOf(place?.own ?? {}),
  };
}

/** What the user gives goes before what the study says of the cell. */
function ofCell(cell: StudyFileCell, chosen: Given): Given {
  const { area_cm2 = null, activeMass_mg = null, setCurrent_mA = null } = cell;
  return {
    ...chosen,
    area_cm2: chosen.area_cm2 ?? area_cm2,
    mass_mg: chosen.mass_mg ?? activeMass_mg,
    cellFacts: mergedCellFacts(chosen.cellFacts, cellFactsOf(cell)),
    setCurrent_A: chosen.setCurrent_A ?? (setCurrent_mA === null ? null : setCurrent_mA / 1000),
  };
}

/** A study's spectra and patterns have no summary, which is no problem. */
function answerOf(listed: ListedFile, outcome: SummariseOutcome, chosen: Given) {
  const { file, place, problem } = listed;
  if (!problem && place && outcome.problem?.code === 'no-cycling-data') return [];
  const told = problem ? failedSummary({ name: basename(file), sha256: null }, problem) : outcome;
  const { document, text } = described(told, chosenFor(listed, chosen));
  const names = place && { cell: place.cell?.name ?? null, group: place.group };
  return [{ file, document: { ...names, ...document }, text }];
}

function described(outcome: SummariseOutcome, { area_cm2, mass_mg, thresholds, cellKind }: Chosen) {
  const { file, dataset, otherDatasets, summary, reservoir, polarisation, warnings, problem } = outcome;
  const { spectraBeside } = outcome;
  const trend = polarisation && { polarisation };
  const document = {
    file: { name: file.name, sha256: file.sha256 },
    dataset,
    otherDatasets,
    ...(summary ?? { area_cm2, mass_mg, halfCycles: [], cycles: [] }),
    ...fullCellFields(outcome),
    reservoir,
    spectraBeside,
    trend,
    eventThresholds: thresholds,
    warnings: warnings.map((warning) => ({ code: warning.code, message: describeWarning(warning) })),
    problem: problem && describedProblem(problem),
  };
  const said = [...thresholdWords.notes(thresholds), ...(polarisation?.verdict ?? [])];
  return { document, text: summary ? summaryText(outcome, summary, { said, cellKind }) : '' };
}

/** The cycles with what only a full cell has, and what is said of them together. */
function fullCellFields({ summary, fullCell }: SummariseOutcome) {
  if (!summary) return {};
  if (!fullCell) return { fullCell: null };
  const { cycles, ...together } = fullCell;
  const { retained } = together;
  return {
    cycles: summary.cycles.map((cycle, k) => ({ ...cycle, ...cycles[k] })),
    retentionReference: retained && { cycle: retained.referenceCycle, capacity_mAh: retained.reference_mAh },
    fullCell: together,
  };
}

type Told = { readonly said: readonly string[] } & Pick<Chosen, 'cellKind'>;

function summaryText(outcome: SummariseOutcome, summary: CyclingSummary, told: Told): string {
  const { file, dataset, otherDatasets, fullCell, reservoir, spectraBeside } = outcome;
  const heading = words.cycling.heading(file.name, dataset ?? '', otherDatasets);
  const partly = reservoir ? [fullCellWords.reservoir(reservoir)] : [];
  const lines = fullCell ? fullCellLines(fullCell, summary, outcome) : halfCycleLines(summary, told);
  const beside = spectraBeside ? [words.cycling.spectra(spectraBeside)] : [];
  return [heading, ...lines, ...partly, ...beside, ''].join('\n');
}

function fullCellLines(
  { cycles, verdict }: FullCellSummary,
  summary: CyclingSummary,
  { commonRules }: SummariseOutcome,
) {
  const told = [...verdict, ...commonRules, ...eventWords.sentences(summary)];
  return [fullCellTable(cycles).trimEnd(), ...told];
}

/** @param said after the events: by which thresholds they were called, and the course of the polarisation */
function halfCycleLines(summary: CyclingSummary, { said, cellKind }: Told): string[] {
  const { halfCycles, rules } = summary;
  const isPolarised = hasPolarisation(cellKind, halfCycles);
  const rows = halfCycles.map((halfCycle) => halfCycleRow(halfCycle, isPolarised));
  const table = alignedRows([words.cycling.titles(isPolarised), ...rows], [0, 2, 3, 4, 5, 6, 7]);
  return [table.trimEnd(), ...rules, ...eventWords.sentences(summary), ...said];
}

function halfCycleRow(halfCycle: HalfCycleSummary, isPolarised: boolean): string[] {
  const digits = (value: number | null, count = 5) =>
    value === null ? '–' : String(Number(value.toPrecision(count)));
  return [
    String(halfCycle.index),
    halfCycle.direction,
    digits(halfCycle.startTime_s / 3600),
    digits(halfCycle.duration_s / 3600),
    digits(halfCycle.current_mA),
    digits(halfCycle.capacity_mAh),
    digits(halfCycle.capacity_mAhPerCm2),
    digits(isPolarised ? halfCycle.polarisation_mV : halfCycle.middleVoltage_mV, 4),
    halfCycle.shape ?? '–',
  ];
}
