/**
 * RelaxIS spectrum export: a first line that says so, the date, then per spectrum a title row (`Data: Frequency …`),
 * a row with the spectrum's description, and the rows. Z'' has its true sign.
 */
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { joinOutcomes, type Parsed } from '#core/import/joinOutcomes.ts';
import { createSectionCollector, type SectionCollector } from '#core/import/tableSections.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { visitLines } from '#core/import/text/visitLines.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { readTitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = "RelaxIS: Z'' with its true sign; no direct current in the file";
const TITLE_ROW = /^Data: Frequency\t/u;

const RULES: readonly TitleRule[] = [
  { titles: ['frequency'], name: 'frequency_Hz', defaultUnit: 'Hz' },
  { titles: ['z'], name: 'zRe_ohm', only: /^Z'$/u, defaultUnit: 'ohm' },
  { titles: ['z'], name: 'zIm_ohm', only: /^Z''$/u, defaultUnit: 'ohm' },
  { titles: ['z'], name: 'zModulus_ohm', only: /^\|Z\|$/u, defaultUnit: 'ohm' },
  { titles: ['theta'], name: 'zPhase_deg', defaultUnit: 'deg' },
];

interface Contents {
  readonly spectra: SectionCollector;
  date: string | null;
}

function createVisitor(contents: Contents): (line: TextLine) => void {
  const { spectra } = contents;
  let titleLine: TextLine | undefined;
  return (line) => {
    if (TITLE_ROW.test(line.text)) {
      spectra.close();
      titleLine = line;
    } else if (titleLine) {
      openSpectrum(spectra, titleLine, line);
      titleLine = undefined;
    } else if (spectra.isOpen()) spectra.add(line);
    else contents.date ??= /^Date:\s*(.+)$/u.exec(line.text)?.[1]?.trim() ?? null;
  };
}

function openSpectrum(spectra: SectionCollector, titleLine: TextLine, description: TextLine): void {
  const sources = titleLine.text.split('\t').map((title) => title.trim());
  // "Data: Theta (Z)" names the phase of Z, not a unit.
  const titles = sources.map((title) => title.replace(/^Data:\s*/u, '').replace(/\s*\(Z\)$/u, ''));
  spectra.open({ name: description.text, titles, sources, delimiter: '\t', titleLine });
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const contents: Contents = { spectra: createSectionCollector(), date: null };
  const stopped = await visitLines(input, createVisitor(contents));
  if (stopped) return { ok: false, problem: stopped };
  const { spectra, date } = contents;
  spectra.close();
  const parts: Parsed[] = [];
  for (const [index, spectrum] of spectra.sections.entries()) {
    const read = await readTitledTable(input, spectrum, RULES);
    if (!read.ok) return read;
    const description = spectrum.name.split('\t').filter(Boolean).join('; ');
    const label =
      spectra.sections.length === 1 ? 'Impedance' : `Spectrum ${index + 1} of ${spectra.sections.length}`;
    const metadata = { date, description };
    const outcome = impedanceAndCyclingOutcome(read, {
      head: input.head,
      signRule: SIGN_RULE,
      metadata,
      label,
    });
    if (!outcome.ok) return outcome;
    parts.push(outcome);
  }
  return joinOutcomes(parts);
}

export const relaxisText: Format = {
  id: 'relaxis-text',
  label: 'RelaxIS spectrum export',
  vendor: 'rhd instruments',
  extensions: ['txt'],
  techniques: 'impedance',
  parserVersion: 1,
  recognise: (head: FileHead) =>
    head.encoding !== 'binary' && /^RelaxIS .*Spectrum export/u.test(headLines(head, 1)[0]?.text ?? ''),
  parse,
};
