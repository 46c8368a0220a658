/** Imports files and picks one impedance spectrum of each, or all of them for a batch. */
import type { Dataset } from '#core/dataset.ts';
import { spectrumOf, type Spectrum } from '#core/eis/spectrum.ts';
import type { Problem } from '#core/problem.ts';
import { filesOf, positiveOption } from './answer.ts';
import { blanksOf, withoutBlanks, type BlanksOutcome } from './blankOptions.ts';
import { UsageError, type Invocation } from './command.ts';
import { importFiles } from './importFiles.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';
import { zimOf } from './zimOption.ts';

export interface FileSpectrum {
  readonly file: string;
  /** What the JSON says of where the spectrum came from. */
  readonly source: {
    readonly name: string;
    readonly sha256: string | null;
    readonly spectrum: string | null;
  };
  /** Without the blanks that were named. */
  readonly spectrum: Spectrum | null;
  readonly problem: Problem | null;
}

export async function spectraOfFiles(
  invocation: Invocation,
  terminal: Terminal,
  command: string,
): Promise<readonly FileSpectrum[]> {
  const files = filesOf(invocation, command);
  const number = wantedSpectrum(invocation);
  const zim = zimOf(invocation);
  const blanks = await blanksOf(invocation, terminal);
  const outcomes = await importFiles(
    files.map((path) => ({ path, ...zim })),
    terminal,
  );
  return outcomes.flatMap((outcome, i): FileSpectrum[] => {
    const file = files[i] ?? '';
    if (!outcome.ok) return [failed(file, outcome.file, outcome.problem)];
    const { datasets, receipt } = outcome;
    const spectra = datasets.filter(({ kind }) => kind === 'impedance');
    const wanted = number === null ? spectra : spectra.slice(number - 1, number);
    const found = datasets.map(({ label }) => label).join(', ');
    if (wanted.length === 0) return [failed(file, receipt.file, { code: 'no-impedance-data', found })];
    return wanted.map((dataset) => fileSpectrum(file, receipt.file, dataset, blanks));
  });
}

/** Null = all of them. */
function wantedSpectrum(invocation: Invocation): number | null {
  const number = positiveOption(invocation, 'spectrum');
  if (invocation.options['batch'] === true) {
    if (number !== null) throw new UsageError(words.eisFiles.spectrumWithBatch());
    return null;
  }
  if (number !== null && !Number.isInteger(number)) throw new UsageError(words.eisFiles.wholeSpectrum());
  return number ?? 1;
}

interface NamedFile {
  readonly name: string;
  readonly sha256: string | null;
}

function fileSpectrum(
  file: string,
  { name, sha256 }: NamedFile,
  dataset: Dataset,
  blanks: BlanksOutcome,
): FileSpectrum {
  const usable = spectrumOf(dataset);
  if (!usable) return failed(file, { name, sha256 }, { code: 'no-impedance-data', found: dataset.label });
  const source = { name, sha256, spectrum: dataset.label };
  const found = withoutBlanks(usable.spectrum, blanks);
  return 'code' in found
    ? { file, source, spectrum: null, problem: found }
    : { file, source, spectrum: found, problem: null };
}

function failed(file: string, { name, sha256 }: NamedFile, problem: Problem): FileSpectrum {
  return { file, source: { name, sha256, spectrum: null }, spectrum: null, problem };
}
