import type { DrtOptions } from '#core/eis/drt.ts';
import type { Drt } from '#core/eis/drtResult.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import { alignedRows } from '../alignedRows.ts';
import { answer } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { computeSpectra, SPECTRA_OPTIONS, type ComputedSpectrum } from '../computeSpectra.ts';
import type { FileSpectrum } from '../spectraOfFiles.ts';
import { words } from '../text/english.ts';

export const eisDrt: Command = {
  name: 'eis drt',
  summary: words.eisDrt.summary,
  operands: 'FILE…',
  options: {
    lambda: { type: 'string', value: 'RULE', description: words.eisDrt.lambdaOption() },
    ...SPECTRA_OPTIONS,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const order = { invocation, terminal, command: 'eis drt' };
    const found = await computeSpectra(order, { steps: ['drt'], drt: optionsOf(invocation) });
    return answer(found.map(distributed), invocation, terminal);
  },
};

function optionsOf({ options }: Invocation): DrtOptions {
  const text = options['lambda'];
  if (typeof text !== 'string') return {};
  if (text === 'gcv' || text === 'l-curve') return { lambda: text };
  const lambda = text.trim() === '' ? NaN : Number(text);
  if (!(lambda > 0) || !Number.isFinite(lambda)) throw new UsageError(words.eisDrt.badLambda(text));
  return { lambda };
}

function distributed({ from: { file, source }, item: { drt }, problem }: ComputedSpectrum) {
  const document = {
    file: source,
    ...(drt ? plain(drt) : {}),
    problem: problem && describedProblem(problem),
  };
  return { file, document, text: drt ? textOf(source, drt) : '' };
}

/** Typed arrays as lists, which JSON can say. */
function plain(drt: Drt) {
  const { tau_s, gamma_ohm, lower_ohm, upper_ohm, residualRe, residualIm, ...rest } = drt;
  return {
    ...rest,
    tau_s: [...tau_s],
    gamma_ohm: [...gamma_ohm],
    lower_ohm: lower_ohm && [...lower_ohm],
    upper_ohm: upper_ohm && [...upper_ohm],
    residualRe: [...residualRe],
    residualIm: [...residualIm],
  };
}

function textOf(source: FileSpectrum['source'], drt: Drt): string {
  const rows = drt.peaks.map(({ tau_s, r_ohm, c_F }) =>
    [tau_s, r_ohm, c_F].map((value) => String(Number(value.toPrecision(4)))),
  );
  const heading = words.eisDrt.heading(
    source.name,
    source.spectrum ?? '',
    drt.lambda,
    drt.polarisationResistance_ohm,
  );
  return `${heading}\n${alignedRows([words.eisDrt.titles(), ...rows], [0, 1, 2])}`;
}
