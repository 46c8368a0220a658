/** A spectrum without what was measured apart: leads and empty holder. */
import type { Column } from '#core/dataset.ts';
import { applyImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { spectrumOf, type Spectrum, type UsableSpectrum } from '#core/eis/spectrum.ts';
import { subtractBlanks, type BlankOutcome, type Blanks } from '#core/eis/subtractBlank.ts';
import { describeProblem } from '#core/describeProblem.ts';
import type { ChosenBlank, StoredDataset } from '../../store/schema.ts';
import { text } from '../../text/text.ts';

const words = text.impedanceBlank;

export interface BlankSource {
  readonly datasets: readonly StoredDataset[];
  /** By dataset. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
}

export function blankIds({ blanks }: Pick<StoredDataset, 'blanks'>): readonly string[] {
  return [blanks?.short, blanks?.open].flatMap((blank) => (blank ? [blank.datasetId] : []));
}

/** With the sign and the points that it had when it was chosen; words when that cannot be. */
function blankSpectrum(chosen: ChosenBlank, { datasets, columns }: BlankSource): Spectrum | string {
  const dataset = datasets.find(({ id }) => id === chosen.datasetId);
  const read = columns.get(chosen.datasetId);
  if (!dataset || !read) return words.missing(chosen.fileName);
  const { kind, metadata, rows } = dataset;
  const signed = applyImpedanceSign({ kind, metadata, columns: read }, chosen.impedanceSign);
  const usable = spectrumOf({ rows, columns: signed.columns }, new Set(chosen.excludedRows));
  return usable && usable.rows.length > 0 ? usable.spectrum : words.useless;
}

function problemWords(outcome: BlankOutcome & { readonly ok: false }): string {
  const { message, hint } = describeProblem({ code: 'blank-too-narrow', outside_Hz: outcome.outside_Hz });
  return `${message} ${hint}`;
}

/** The blanks of a spectrum; words when one of them cannot be subtracted. */
export function blanksOf({ blanks }: Pick<StoredDataset, 'blanks'>, source: BlankSource): Blanks | string {
  const short = blanks?.short && blankSpectrum(blanks.short, source);
  const open = blanks?.open && blankSpectrum(blanks.open, source);
  if (typeof short === 'string') return short;
  return typeof open === 'string' ? open : { short, open };
}

/** Words when a blank does not reach all points. */
export function withoutBlanks(measured: UsableSpectrum, blanks: Blanks): UsableSpectrum | string {
  if (!blanks.short && !blanks.open) return measured;
  const outcome = subtractBlanks(measured.spectrum, blanks);
  return outcome.ok ? { ...measured, spectrum: outcome.spectrum } : problemWords(outcome);
}
