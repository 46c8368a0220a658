import { chooseCircuit } from '#core/eis/chooseCircuit.ts';
import type { Circuit } from '#core/eis/circuit.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import type { CircuitChoice, FitResult, ParameterEstimate, Weighting } from '#core/eis/fitResult.ts';
import { kramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import type { KramersKronig } from '#core/eis/kramersKronigResult.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { redundantArcs } from '#core/eis/redundantArc.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { describeProblem } from '#core/describeProblem.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { Problem } from '#core/problem.ts';
import { alignedRows } from '../alignedRows.ts';
import { answer } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { spectraOfFiles, type FileSpectrum } from '../spectraOfFiles.ts';
import { words } from '../text/english.ts';

const WEIGHTINGS: readonly Weighting[] = ['modulus', 'proportional', 'unit'];
/** Fewer points than a fit of the smallest circuit needs. */
const FEWEST_POINTS = 8;

export const eisFit: Command = {
  name: 'eis fit',
  summary: words.eisFit.summary,
  operands: 'FILE…',
  options: {
    circuit: { type: 'string', value: 'C', description: words.eisFit.circuitOption() },
    weighting: { type: 'string', value: 'W', description: words.eisFit.weightingOption(WEIGHTINGS) },
    spectrum: { type: 'string', value: 'N', description: words.eisFiles.spectrumOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const circuit = circuitOption(invocation);
    const weighting = weightingOption(invocation);
    const found = await spectraOfFiles(invocation, terminal, 'eis fit');
    return answer(
      found.map((each) => described(each, circuit, weighting)),
      invocation,
      terminal,
    );
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

function described(
  { file, source, spectrum, problem }: FileSpectrum,
  circuit: Circuit | null,
  weighting: Weighting,
) {
  const outcome = spectrum && fitOrChoose(spectrum, circuit, weighting);
  const tooFew: Problem | null =
    spectrum && !outcome
      ? { code: 'too-few-points', points: spectrum.frequency_Hz.length, needed: FEWEST_POINTS }
      : null;
  const found = problem ?? tooFew;
  const document = {
    file: source,
    ...(outcome ? outcomeDocument(outcome) : {}),
    problem: found && describedProblem(found),
  };
  return { file, document, text: outcome ? textOf(source, outcome) : '' };
}

function fitOrChoose(spectrum: Spectrum, circuit: Circuit | null, weighting: Weighting): Outcome | null {
  if (!circuit) {
    const choice = chooseCircuit({ spectrum, weighting });
    return choice && { fit: choice.fit, choice, kramersKronig: choice.kramersKronig };
  }
  const request = { spectrum, circuit, weighting };
  const fit = fitCircuit(request);
  if (!fit) return null;
  const warnings = [...fit.warnings, ...redundantArcs(request, fit)];
  return { fit: { ...fit, warnings }, choice: null, kramersKronig: kramersKronig(spectrum) };
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
    ...fit.warnings.map(({ subject, detail }) => (subject === '' ? detail : `${subject}: ${detail}`)),
    '',
  ].join('\n');
}

function parameterRow({ name, value, standardError, unit, verdict, reason }: ParameterEstimate): string[] {
  const digits = (number: number | null) => (number === null ? '–' : String(Number(number.toPrecision(4))));
  return [name, digits(value), digits(standardError), unit, reason === '' ? verdict : reason];
}
