/** `--blank-short FILE --blank-open FILE`: what was measured without a cell and is taken out of every spectrum. */
import { spectrumOf, type Spectrum } from '#core/eis/spectrum.ts';
import { subtractBlanks, type Blanks } from '#core/eis/subtractBlank.ts';
import type { Problem } from '#core/problem.ts';
import type { Invocation, OptionDefinition } from './command.ts';
import { importFiles } from './importFiles.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';
import { zimOf } from './zimOption.ts';

export const BLANK_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  'blank-short': { type: 'string', value: 'FILE', description: words.eisFiles.blankShortOption() },
  'blank-open': { type: 'string', value: 'FILE', description: words.eisFiles.blankOpenOption() },
};

export type BlanksOutcome =
  | { readonly ok: true; readonly blanks: Blanks }
  | { readonly ok: false; readonly problem: Problem };

/** The first spectrum of each file; none named = nothing to subtract. */
export async function blanksOf(invocation: Invocation, terminal: Terminal): Promise<BlanksOutcome> {
  const [short, open] = await Promise.all(
    ['blank-short', 'blank-open'].map((name) => blankOf(invocation, terminal, name)),
  );
  if (short && 'code' in short) return { ok: false, problem: short };
  if (open && 'code' in open) return { ok: false, problem: open };
  return { ok: true, blanks: { short, open } };
}

async function blankOf(
  invocation: Invocation,
  terminal: Terminal,
  name: string,
): Promise<Spectrum | Problem | undefined> {
  const path = invocation.options[name];
  if (typeof path !== 'string') return undefined;
  const [outcome] = await importFiles([{ path, ...zimOf(invocation) }], terminal);
  if (!outcome?.ok) return outcome?.problem;
  const dataset = outcome.datasets.find(({ kind }) => kind === 'impedance');
  const found = outcome.datasets.map(({ label }) => label).join(', ');
  return (dataset && spectrumOf(dataset)?.spectrum) ?? { code: 'no-impedance-data', found };
}

/** The spectrum without the blanks, or why that cannot be. */
export function withoutBlanks(spectrum: Spectrum, outcome: BlanksOutcome): Spectrum | Problem {
  if (!outcome.ok) return outcome.problem;
  const corrected = subtractBlanks(spectrum, outcome.blanks);
  if (corrected.ok) return corrected.spectrum;
  return { code: 'blank-too-narrow', outside_Hz: corrected.outside_Hz };
}
