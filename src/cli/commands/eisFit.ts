import type { Circuit } from '#core/eis/circuit.ts';
import type { IntervalMethod } from '#core/eis/fitIntervals.ts';
import type { CircuitChoice, FitResult, ParameterEstimate, Weighting } from '#core/eis/fitResult.ts';
import { highFrequencyIntercept, type HighFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import type { KramersKronig } from '#core/eis/kramersKronigResult.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import type { BatchItem } from '#core/eis/batchItem.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { describeProblem } from '#core/describeProblem.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import { alignedRows } from '../alignedRows.ts';
import { answer } from '../answer.ts';
import { cellOf, ELECTRODE_OPTIONS, electrodesOf } from '../electrodeOptions.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { computeSpectra, SPECTRA_OPTIONS, type ComputedSpectrum } from '../computeSpectra.ts';
import type { FileSpectrum } from '../spectraOfFiles.ts';
import { words } from '../text/english.ts';

const WEIGHTINGS: readonly Weighting[] = ['modulus', 'proportional', 'unit'];
const INTERVALS: readonly IntervalMethod[] = ['profile', 'bootstrap'];

export const eisFit: Command = {
  name: 'eis fit',
  summary: words.eisFit.summary,
  operands: 'FILE…',
  options: {
    circuit: { type: 'string', value: 'C', description: words.eisFit.circuitOption() },
    weighting: { type: 'string', value: 'W', description: words.eisFit.weightingOption(WEIGHTINGS) },
    intervals: { type: 'string', value: 'M', description: words.eisFit.intervalsOption(INTERVALS) },
    ...ELECTRODE_OPTIONS,
    ...SPECTRA_OPTIONS,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const circuit = circuitOption(invocation);
    const weighting = weightingOption(invocation);
    const intervals = intervalsOption(invocation);
    const order = { invocation, terminal, command: 'eis fit' };
    const electrodes = electrodesOf(invocation);
    const found = await computeSpectra(order, {
      steps: ['kramersKronig', 'fit'],
      circuit,
      weighting,
      cell: cellOf(invocation),
      electrodes,
      ...(intervals && { intervals }),
    });
    return answer(found.map(described), invocation, terminal);
  },
};

function circuitOption({ options }: Invocation): Circuit | null {
  const text = options['circuit'];
  if (typeof text !== 'string') return null;
  const outcome = parseCircuit(text);
  if (outcome.ok) return outcome.circuit;
  const { message, hint } = describeProblem(outcome.problem);
  throw new UsageError(`${message} ${hint}`);
}

function weightingOption({ options }: Invocation): Weighting {
  const text = options['weighting'] ?? 'modulus';
  const weighting = WEIGHTINGS.find((each) => each === text);
  if (!weighting) throw new UsageError(words.eisFit.badWeighting(String(text), WEIGHTINGS));
  return weighting;
}

function intervalsOption({ options }: Invocation): IntervalMethod | null {
  const text = options['intervals'];
  if (text === undefined) return null;
  const method = INTERVALS.find((each) => each === text);
  if (!method) throw new UsageError(words.eisFit.badIntervals(String(text), INTERVALS));
  return method;
}

interface Outcome {
  readonly fit: FitResult;
  readonly choice: CircuitChoice | null;
  readonly kramersKronig: KramersKronig | null;
  readonly intervals: readonly ParameterInterval[] | null;
  readonly intercept: HighFrequencyIntercept | null;
}

function described({ from: { file, source, spectrum }, item, problem }: ComputedSpectrum) {
  const outcome = item.fit && outcomeOf(item, item.fit, spectrum);
  const document = {
    file: source,
    ...(outcome ? outcomeDocument(outcome) : {}),
    problem: problem && describedProblem(problem),
  };
  return { file, document, text: outcome ? textOf(source, outcome) : '' };
}

function outcomeOf(
  { choice, kramersKronig, intervals }: BatchItem,
  fit: FitResult,
  spectrum: Spectrum | null,
): Outcome {
  const intercept = spectrum && highFrequencyIntercept(spectrum);
  return { fit, choice, kramersKronig, intervals: intervals ?? null, intercept };
}

function outcomeDocument({ fit, choice, kramersKronig: tested, intervals, intercept }: Outcome) {
  const { fittedRe_ohm, fittedIm_ohm, residualRe, residualIm, ...plain } = fit;
  return {
    ...plain,
    fittedRe_ohm: [...fittedRe_ohm],
    fittedIm_ohm: [...fittedIm_ohm],
    residualRe: [...residualRe],
    residualIm: [...residualIm],
    ...choiceDocument(choice, fit),
    ...(intervals && { intervals }),
    highFrequencyIntercept: intercept,
    kramersKronig: tested && {
      valid: tested.valid,
      rc_count: tested.rcCount,
      mu: tested.mu,
      chiSquared: tested.chiSquared,
      noiseRms: tested.noiseRms,
      advice: tested.advice,
    },
  };
}

/** `alternatives` is there for a circuit that was given too: nothing else was tried. */
function choiceDocument(choice: CircuitChoice | null, { circuit: chosen }: FitResult) {
  if (!choice) return { alternatives: [] };
  const { reason, runnerUp, criteriaAgree, aiccPrefers, refused = [], degeneratePairs = [] } = choice;
  const alternatives = choice.candidates.filter(({ circuit }) => circuit !== chosen);
  return {
    alternatives,
    refused,
    degeneratePairs,
    reason,
    runnerUp: runnerUp?.circuit ?? null,
    criteriaAgree,
    aiccPrefers,
  };
}

function textOf(source: FileSpectrum['source'], outcome: Outcome): string {
  const { fit, choice, kramersKronig: tested, intervals, intercept } = outcome;
  return [
    words.eisFit.heading(source.name, source.spectrum ?? '', fit.circuit),
    ...(choice ? choiceLines(choice) : []),
    ...(tested ? [words.eisValidate.verdict(source.name, source.spectrum ?? '', tested.valid)] : []),
    alignedRows([words.eisFit.titles(), ...fit.parameters.map(parameterRow)], NUMBER_COLUMNS).trimEnd(),
    ...(intervals ? [intervalTable(intervals, fit).trimEnd()] : []),
    ...(intercept ? [words.eisFit.intercept(intercept)] : []),
    words.eisFit.quality(fit),
    ...(fit.ending === undefined ? [] : [fit.ending]),
    ...fit.warnings.map(({ subject, detail }) => (subject === '' ? detail : `${subject}: ${detail}`)),
    '',
  ].join('\n');
}

function choiceLines({ reason, degeneratePairs = [], refused = [] }: CircuitChoice): readonly string[] {
  return [
    reason,
    ...degeneratePairs.map((pair) => words.eisFit.degenerate(pair)),
    ...refused.map((one) => words.eisFit.refused(one)),
  ];
}

/** Value, its error and its limits. */
const NUMBER_COLUMNS = [1, 2, 3, 4];

const digits = (number: number | null) => (number === null ? '–' : String(Number(number.toPrecision(4))));

function parameterRow(estimate: ParameterEstimate): string[] {
  const { name, value, standardError, lower95, upper95, unit, verdict, reason } = estimate;
  return [
    name,
    ...[value, standardError, lower95, upper95].map(digits),
    unit,
    reason === '' ? verdict : reason,
  ];
}

function intervalTable(intervals: readonly ParameterInterval[], { parameters }: FitResult): string {
  const unitOf = (name: string) => parameters.find((one) => one.name === name)?.unit ?? '';
  const rows = intervals.map(({ method, parameter, lower95, upper95, refits }) => [
    parameter,
    ...[lower95, upper95].map(digits),
    unitOf(parameter),
    words.eisFit.intervalFrom(method, refits),
  ]);
  return alignedRows([words.eisFit.intervalTitles(), ...rows], [1, 2]);
}
