import type { KramersKronig, ZHit } from '#core/eis/kramersKronigResult.ts';
import { secondOpinion } from '#core/eis/secondOpinion.ts';
import { describedProblem } from '#core/export/describedProblem.ts';
import { answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { computeSpectra, SPECTRA_OPTIONS, type ComputedSpectrum } from '../computeSpectra.ts';
import type { FileSpectrum } from '../spectraOfFiles.ts';
import { words } from '../text/english.ts';

export const eisValidate: Command = {
  name: 'eis validate',
  summary: words.eisValidate.summary,
  operands: 'FILE…',
  options: {
    ...SPECTRA_OPTIONS,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const order = { invocation, terminal, command: 'eis validate' };
    const found = await computeSpectra(order, { steps: ['kramersKronig'] });
    return answer(found.map(validated), invocation, terminal);
  },
};

function validated({ from: { file, source, spectrum }, item, problem }: ComputedSpectrum) {
  const { kramersKronig: tested, zHit: second } = item;
  const opinion = tested && spectrum ? secondOpinion(spectrum, tested, second) : '';
  const document = {
    file: source,
    kramersKronig: tested && kramersKronigDocument(tested),
    zHit: second && { valid: second.valid, deviation: [...second.deviation] },
    secondOpinion: opinion,
    problem: problem && describedProblem(problem),
  };
  return { file, document, text: tested ? textOf(source, tested, second, opinion) : '' };
}

function kramersKronigDocument({ rcCount, residualRe, residualIm, ...rest }: KramersKronig) {
  return { ...rest, rc_count: rcCount, residualRe: [...residualRe], residualIm: [...residualIm] };
}

function textOf(
  source: FileSpectrum['source'],
  tested: KramersKronig,
  second: ZHit | null,
  opinion: string,
): string {
  return [
    words.eisValidate.verdict(source.name, source.spectrum ?? '', tested.valid),
    words.eisValidate.facts(tested.rcCount, tested.mu, 100 * tested.noiseRms),
    ...(second ? [words.eisValidate.zHit(second.valid)] : []),
    ...(opinion === '' ? [] : [opinion]),
    ...(tested.advice.detail === '' ? [] : [tested.advice.detail]),
    '',
  ].join('\n');
}
