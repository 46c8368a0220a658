/** Files that describe a phase instead of a measurement: CIFs and plain lists of lines. */
import { decodeText } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import { readCif } from '#core/xrd/cif/readCif.ts';
import type { PhaseOutcome } from '#core/xrd/phaseOutcome.ts';
import { readPhaseLines } from '#core/xrd/readPhaseLines.ts';

/** Every word becomes an object: what is larger is no description of a phase and would fill the memory. */
const LIMIT = { what: 'A description of a phase', limitBytes: 16 * 1024 * 1024 };

async function parseWith(read: (text: string) => PhaseOutcome, input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input, LIMIT);
  if (!whole.ok) return whole;
  const { encoding } = input.head;
  const outcome = read(decodeText(whole.bytes, encoding));
  if (!outcome.ok) return outcome;
  return {
    ok: true,
    datasets: [],
    phases: outcome.phases,
    warnings: outcome.warnings,
    facts: {
      encoding,
      decimalMark: null,
      delimiter: null,
      rowsRead: 0,
      rowsRepaired: 0,
      rowsRejected: 0,
      rejectedLines: [],
      signRule: 'no currents in a description of a phase',
      vendorUnits: {},
      complete: true,
    },
  };
}

/** A comment, or a line with nothing. */
const SKIPPED = String.raw`(?:[^\S\n]*(?:#[^\n]*)?\n)*`;
const CIF_START = new RegExp(String.raw`^\uFEFF?${SKIPPED}[^\S\n]*data_[^\s,;]*[^\S\n]*(?:#[^\n]*)?\n`, 'i');
const LIST_START = new RegExp(String.raw`^\uFEFF?\s*(?:#\s*)?phase[^\S\n]*[:=][^\n]*\S`, 'i');
const unified = (text: string) => text.replaceAll(/\r\n?/g, '\n');

export const cif: Format = {
  id: 'cif',
  label: 'Crystal structure (CIF)',
  vendor: 'any',
  extensions: ['cif'],
  techniques: 'phases for diffraction',
  parserVersion: 1,
  recognise: ({ text }) => CIF_START.test(`${unified(text)}\n`) || /^_cell_length_a\s/m.test(text),
  parse: (input) => parseWith(readCif, input),
};

export const phaseLines: Format = {
  id: 'phase-lines',
  label: 'List of the lines of a phase',
  vendor: 'any',
  extensions: ['txt', 'csv'],
  techniques: 'phases for diffraction',
  parserVersion: 1,
  recognise: ({ text }) => LIST_START.test(text),
  parse: (input) => parseWith(readPhaseLines, input),
};
