import { compileCircuit } from '#core/eis/circuitModel.ts';
import type { Circuit } from '#core/eis/circuit.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { formatImpedancePy } from '#core/eis/formatImpedancePy.ts';
import { parseFrequencies } from '#core/eis/frequencyList.ts';
import { parameterValues } from '#core/eis/parameterValues.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { Problem } from '#core/problem.ts';
import { describeCircuitLoss, describeCircuitNote } from '#core/text/circuitWords.ts';
import { answer, type FileDocument } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { words } from '../text/english.ts';

export const eisSimulate: Command = {
  name: 'eis simulate',
  summary: words.eisSimulate.summary,
  operands: '--circuit C --frequencies F',
  options: {
    circuit: { type: 'string', value: 'C', description: words.eisSimulate.circuitOption() },
    set: { type: 'string', value: 'NAME=VALUE,…', description: words.eisSimulate.setOption() },
    frequencies: {
      type: 'string',
      value: 'START:STOP:N',
      description: words.eisSimulate.frequenciesOption(),
    },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  run(invocation, terminal) {
    if (invocation.files.length > 0) throw new UsageError(words.eisSimulate.noFiles());
    const text = requiredOption(invocation, 'circuit');
    const frequency_Hz = frequenciesOf(requiredOption(invocation, 'frequencies'));
    const simulation = simulate(text, settingsOf(invocation), frequency_Hz);
    return answer([{ file: text, ...simulation }], invocation, terminal);
  },
};

function requiredOption({ options }: Invocation, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(words.eisSimulate.missing(name));
  return value;
}

function frequenciesOf(text: string): Float64Array {
  const frequency_Hz = parseFrequencies(text);
  if (!frequency_Hz) throw new UsageError(words.eisSimulate.badFrequencies(text));
  return frequency_Hz;
}

interface Spectrum {
  readonly frequency_Hz: readonly number[];
  readonly zRe_ohm: readonly number[];
  readonly zIm_ohm: readonly number[];
}

interface Simulation {
  readonly document: FileDocument & Spectrum;
  /** CSV that this program reads again. */
  readonly text: string;
}

/** `R0=10,CPE1.Q=2e-6`. */
function settingsOf({ options }: Invocation): ReadonlyMap<string, number> {
  const { set } = options;
  const entries = typeof set === 'string' ? set.split(',').filter((entry) => entry.trim() !== '') : [];
  const given = new Map<string, number>();
  for (const entry of entries) {
    const [, name = '', value = ''] = /^\s*([\w.]+)\s*=\s*(\S+)\s*$/.exec(entry) ?? [];
    if (value === '' || !Number.isFinite(Number(value))) {
      throw new UsageError(words.eisSimulate.badSetting(entry));
    }
    if (given.has(name)) throw new UsageError(words.eisSimulate.setTwice(name));
    given.set(name, Number(value));
  }
  return given;
}

function simulate(text: string, given: ReadonlyMap<string, number>, frequency_Hz: Float64Array): Simulation {
  const parsed = parseCircuit(text);
  if (!parsed.ok) return failed(parsed.problem);
  const found = parameterValues(parsed.circuit, given);
  if (!found.ok) return failed(found.problem);
  const { re, im } = compileCircuit(parsed.circuit, frequency_Hz).evaluate(found.values, false);
  const columns = {
    frequency_Hz: Array.from(frequency_Hz),
    zRe_ohm: Array.from(re),
    zIm_ohm: Array.from(im),
  };
  const parameters = found.parameters.map(({ name, unit }, i) => ({ name, unit, value: found.values[i] }));
  const document = {
    simulated: true,
    ...bothTexts(parsed.circuit),
    notes: parsed.notes.map(describeCircuitNote),
    parameters,
    ...columns,
    problem: null,
  };
  return { document, text: table(columns) };
}

/** `circuitLacks`: what the CDC says and the other style has no words for. */
function bothTexts(circuit: Circuit) {
  const { text, lost } = formatImpedancePy(circuit);
  return { circuit: text, circuitLacks: lost.map(describeCircuitLoss), cdc: formatCdc(circuit).text };
}

function failed(problem: Problem): Simulation {
  const nothing = { frequency_Hz: [], zRe_ohm: [], zIm_ohm: [] };
  return { document: { ...nothing, problem: describedProblem(problem) }, text: '' };
}

function table({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum): string {
  const rows = frequency_Hz.map((frequency, i) => `${frequency},${zRe_ohm[i] ?? ''},${zIm_ohm[i] ?? ''}\n`);
  return `frequency_Hz,zRe_ohm,zIm_ohm\n${rows.join('')}`;
}
