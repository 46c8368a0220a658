import type { Circuit } from '#core/eis/circuit.ts';
import type { CircuitChoice, FitResult, ParameterEstimate, Weighting } from '#core/eis/fitResult.ts';
import type { KramersKronig } from '#core/eis/kramersKronigResult.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
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

export const eisFit: Command = {
  name: 'eis fit',
  summary: words.eisFit.summary,
  operands: 'FILE…',
  options: {
    circuit: { type: 'string', value: 'C', description: words.eisFit.circuitOption() },
    weighting: { type: 'string', value: 'W', description: words.eisFit.weightingOption(WEIGHTINGS) },
    ...ELECTRODE_OPTIONS,
    ...SPECTRA_OPTIONS,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const circuit = circuitOption(invocation);
    const weighting = weightingOption(invocation);
    const order = { invocation, terminal, command: 'eis fit' };
    const electrodes = electrodesOf(invocation);
    const found = await computeSpectra(order, {
      steps: ['kramersKronig', 'fit'],
      circuit,
      weighting,
      cell: cellOf(invocation),
      electrodes,
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

interface Outcome {
  readonly fit: FitResult;
  readonly choice: CircuitChoice | null;
  readonly kramersKronig: KramersKronig | null;
}

function described({ from: { file, source }, item, problem }: ComputedSpectrum) {
  const { fit, choice, kramersKronig } = item;
  const outcome = fit && { fit, choice, kramersKronig };
  const document = {
    file: source,
    ...(outcome ? outcomeDocument(outcome) : {}),
    problem: problem && describedProblem(problem),
  };
  return { file, document, text: outcome ? textOf(source, outcome) : '' };
}

function outcomeDocument({ fit, choice, kramersKronig: tested }: Outcome) {
  const { fittedRe_ohm, fittedIm_ohm, residualRe, residualIm, ...plain } = fit;
  return {
    ...plain,
    fittedRe_ohm: [...fittedRe_ohm],
    fittedIm_ohm: [...fittedIm_ohm],
    residualRe: [...residualRe],
    residualIm: [...residualIm],
    alternatives: choice ? choice.candidates.filter(({ circuit }) => circuit !== fit.circuit) : [],
    ...(choice && {
      reason: choice.reason,
      runnerUp: choice.runnerUp?.circuit ?? null,
      criteriaAgree: choice.criteriaAgree,
      aiccPrefers: choice.aiccPrefers,
    }),
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

function textOf(source: FileSpectrum['source'], { fit, choice, kramersKronig: tested }: Outcome): string {
  return [
    words.eisFit.heading(source.name, source.spectrum ?? '', fit.circuit),
    ...(choice ? [choice.reason] : []),
    ...(tested ? [words.eisValidate.verdict(source.name, source.spectrum ?? '', tested.valid)] : []),
    alignedRows([words.eisFit.titles(), ...fit.parameters.map(parameterRow)], [1, 2]).trimEnd(),
    words.eisFit.quality(fit),
    ...(fit.ending === undefined ? [] : [fit.ending]),
    ...fit.warnings.map(({ subject, detail }) => (subject === '' ? detail : `${subject}: ${detail}`)),
    '',
  ].join('\n');
}

function parameterRow({ name, value, standardError, unit, verdict, reason }: ParameterEstimate): string[] {
  const digits = (number: number | null) => (number === null ? '–' : String(Number(number.toPrecision(4))));
  return [name, digits(value), digits(standardError), unit, reason === '' ? verdict : reason];
}
