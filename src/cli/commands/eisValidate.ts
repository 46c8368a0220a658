import { FEWEST_TESTED_POINTS } from '#core/eis/kramersKronig.ts';
import { kramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import type { KramersKronig, ZHit } from '#core/eis/kramersKronigResult.ts';
import { zHit } from '#core/eis/zHit.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { Problem } from '#core/problem.ts';
import { answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { spectraOfFiles, type FileSpectrum } from '../spectraOfFiles.ts';
import { words } from '../text/english.ts';

export const eisValidate: Command = {
  name: 'eis validate',
  summary: words.eisValidate.summary,
  operands: 'FILE…',
  options: {
    spectrum: { type: 'string', value: 'N', description: words.eisFiles.spectrumOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const found = await spectraOfFiles(invocation, terminal, 'eis validate');
    return answer(found.map(validated), invocation, terminal);
  },
};

function validated({ file, source, spectrum, problem: importProblem }: FileSpectrum) {
  const tested = spectrum && kramersKronig(spectrum);
  const second = spectrum && zHit(spectrum);
  const tooFew: Problem | null =
    spectrum && !tested
      ? { code: 'too-few-points', points: spectrum.frequency_Hz.length, needed: FEWEST_TESTED_POINTS }
      : null;
  const problem = importProblem ?? tooFew;
  const document = {
    file: source,
    kramersKronig: tested && kramersKronigDocument(tested),
    zHit: second && { valid: second.valid, deviation: [...second.deviation] },
    problem: problem && describedProblem(problem),
  };
  return { file, document, text: tested ? textOf(source, tested, second) : '' };
}

function kramersKronigDocument({ rcCount, residualRe, residualIm, ...rest }: KramersKronig) {
  return { ...rest, rc_count: rcCount, residualRe: [...residualRe], residualIm: [...residualIm] };
}

function textOf(source: FileSpectrum['source'], tested: KramersKronig, second: ZHit | null): string {
  return [
    words.eisValidate.verdict(source.name, source.spectrum ?? '', tested.valid),
    words.eisValidate.facts(tested.rcCount, tested.mu, 100 * tested.noiseRms),
    ...(second ? [words.eisValidate.zHit(second.valid)] : []),
    ...(tested.advice.detail === '' ? [] : [tested.advice.detail]),
    '',
  ].join('\n');
}
