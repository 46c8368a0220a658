import { computeDrt, FEWEST_DRT_POINTS, type DrtOptions } from '#core/eis/drt.ts';
import type { Drt } from '#core/eis/drtResult.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { Problem } from '#core/problem.ts';
import { alignedRows } from '../alignedRows.ts';
import { answer } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { spectraOfFiles, type FileSpectrum } from '../spectraOfFiles.ts';
import { words } from '../text/english.ts';

export const eisDrt: Command = {
  name: 'eis drt',
  summary: words.eisDrt.summary,
  operands: 'FILE…',
  options: {
    lambda: { type: 'string', value: 'RULE', description: words.eisDrt.lambdaOption() },
    spectrum: { type: 'string', value: 'N', description: words.eisFiles.spectrumOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const options = optionsOf(invocation);
    const found = await spectraOfFiles(invocation, terminal, 'eis drt');
    return answer(
      found.map((each) => distributed(each, options)),
      invocation,
      terminal,
    );
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

function distributed({ file, source, spectrum, problem: importProblem }: FileSpectrum, options: DrtOptions) {
  const drt = spectrum && computeDrt(spectrum, options);
  const tooFew: Problem | null =
    spectrum && !drt
      ? { code: 'too-few-points', points: spectrum.frequency_Hz.length, needed: FEWEST_DRT_POINTS }
      : null;
  const problem = importProblem ?? tooFew;
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
