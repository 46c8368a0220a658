/** Imports files and picks one impedance spectrum of each. */
import { basename } from 'node:path';
import { spectrumOf, type Spectrum } from '#core/eis/spectrum.ts';
import type { Problem } from '#core/problem.ts';
import { filesOf, positiveOption } from './answer.ts';
import { UsageError, type Invocation } from './command.ts';
import { runFiles } from './runFiles.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';

export interface FileSpectrum {
  readonly file: string;
  /** What the JSON says of where the spectrum came from. */
  readonly source: {
    readonly name: string;
    readonly sha256: string | null;
    readonly spectrum: string | null;
  };
  readonly spectrum: Spectrum | null;
  readonly problem: Problem | null;
}

export async function spectraOfFiles(
  invocation: Invocation,
  terminal: Terminal,
  command: string,
): Promise<readonly FileSpectrum[]> {
  const files = filesOf(invocation, command);
  const number = positiveOption(invocation, 'spectrum') ?? 1;
  if (!Number.isInteger(number)) throw new UsageError(words.eisFiles.wholeSpectrum());
  const outcomes = await runFiles(
    'import',
    files.map((path) => ({ path })),
    terminal.signal,
    {
      status: terminal.status,
      failed: ({ path }, problem) => ({ ok: false, file: { name: basename(path), sha256: null }, problem }),
    },
  );
  return outcomes.map((outcome, i): FileSpectrum => {
    const file = files[i] ?? '';
    if (!outcome.ok) return failed(file, outcome.file, outcome.problem);
    const { datasets, receipt } = outcome;
    const spectra = datasets.filter((dataset) => dataset.kind === 'impedance');
    const dataset = spectra[number - 1];
    const usable = dataset && spectrumOf(dataset);
    if (!usable) {
      const found = datasets.map(({ label }) => label).join(', ');
      return failed(file, receipt.file, { code: 'no-impedance-data', found });
    }
    const { name, sha256 } = receipt.file;
    return {
      file,
      source: { name, sha256, spectrum: dataset.label },
      spectrum: usable.spectrum,
      problem: null,
    };
  });
}

function failed(
  file: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string | null },
  problem: Problem,
): FileSpectrum {
  return { file, source: { name, sha256, spectrum: null }, spectrum: null, problem };
}
