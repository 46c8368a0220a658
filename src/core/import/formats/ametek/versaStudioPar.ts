/**
 * VersaStudio `.par`: sections in angle brackets with `key=value` lines. Each `<SegmentN>` holds a `Definition=` with
 * the titles and below it the rows. Only some of a segment's rows may carry a frequency.
 */
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { VERSASTUDIO_TITLES } from '#core/import/formats/ametek/ametekTitles.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { joinOutcomes, type Parsed } from '#core/import/joinOutcomes.ts';
import {
  createSectionCollector,
  type SectionCollector,
  type TableSection,
} from '#core/import/tableSections.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { visitLines } from '#core/import/text/visitLines.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { readTitledTable } from '#core/import/titledTable.ts';
import type { Metadata } from '#core/dataset.ts';

const SIGN_RULE = "VersaStudio: sign of the current as in the file; Z'' with its true sign";
const MOST_SETTINGS = 500;

interface Contents {
  readonly segments: SectionCollector;
  /** `key=value` lines of the sections that describe the run. */
  readonly settings: Map<string, string>;
}

function createVisitor({ segments, settings }: Contents): (line: TextLine) => void {
  let section = '';
  return (line) => {
    const { text } = line;
    const tag = /^<(\/?)(\w+)>\s*$/u.exec(text);
    if (tag) {
      segments.close();
      section = tag[1] === '/' ? '' : (tag[2] ?? '');
      return;
    }
    if (segments.isOpen()) segments.add(line);
    else if (text.startsWith('Definition=') && /^Segment\d/u.test(section))
      openSegment(segments, section, line);
    else addSetting(settings, section, text);
  };
}

/** The definition ends in `, 0`, which names no column. */
function openSegment(segments: SectionCollector, name: string, titleLine: TextLine): void {
  const listed = titleLine.text.slice('Definition='.length).split(',');
  const titles = listed.map((title) => title.trim());
  const named = titles.at(-1) === '0' ? titles.slice(0, -1) : titles;
  segments.open({ name, titles: named, delimiter: ',', titleLine });
}

function addSetting(settings: Map<string, string>, section: string, text: string): void {
  const match = /^([^=]+)=(.*)$/u.exec(text);
  const wanted = /^(?:Experiment|Instrument|Action\d+)$/u.test(section);
  if (match && wanted && settings.size < MOST_SETTINGS) {
    settings.set(`${section}: ${match[1] ?? ''}`, (match[2] ?? '').trim());
  }
}

function metadataOf(settings: ReadonlyMap<string, string>): Metadata {
  const actions = [...settings].filter(([key]) => /^Action[1-9]/u.test(key));
  const technique = actions.filter(([key]) => key.endsWith(': Name')).map(([, name]) => name);
  return {
    technique: technique.join(', ') || null,
    date: settings.get('Experiment: DateAcquired') ?? null,
    time: settings.get('Experiment: TimeAcquired') ?? null,
    instrument: settings.get('Instrument: Model') ?? null,
    ...Object.fromEntries(actions.map(([key, value]) => [`setting ${key}`, value])),
  };
}

/** The amplitude is that of what the technique controls. */
function rulesFor(metadata: Metadata): readonly TitleRule[] {
  const controlled = /^Galvano/iu.test(String(metadata['technique']));
  const amplitude: TitleRule = controlled
    ? { titles: ['acamplitude'], name: 'currentAmplitude_A', defaultUnit: 'A' }
    : { titles: ['acamplitude'], name: 'voltageAmplitude_V', defaultUnit: 'V' };
  return [amplitude, ...VERSASTUDIO_TITLES];
}

async function readSegment(
  input: FileInput,
  segment: TableSection,
  { metadata, alone }: { readonly metadata: Metadata; readonly alone: boolean },
): Promise<ParseOutcome> {
  const read = await readTitledTable(input, segment, rulesFor(metadata));
  if (!read.ok) return read;
  const label = alone ? 'Impedance' : `${segment.name} impedance`;
  return impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE, metadata, label });
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const contents: Contents = { segments: createSectionCollector(), settings: new Map() };
  const stopped = await visitLines(input, createVisitor(contents));
  if (stopped) return { ok: false, problem: stopped };
  const { segments, settings } = contents;
  const isCut = segments.isOpen();
  segments.close();
  const metadata = metadataOf(settings);
  const parts: Parsed[] = [];
  for (const segment of segments.sections) {
    const outcome = await readSegment(input, segment, { metadata, alone: segments.sections.length === 1 });
    if (!outcome.ok) return outcome;
    parts.push(outcome);
  }
  const outcome = joinOutcomes(parts);
  if (!outcome.ok || !isCut) return outcome;
  const reason = 'its last segment is not closed';
  return {
    ...outcome,
    facts: { ...outcome.facts, complete: false },
    warnings: [...outcome.warnings, { code: 'growing-file', reason }],
  };
}

function recognise(head: FileHead): boolean {
  if (head.encoding === 'binary') return false;
  const [first, second] = headLines(head, 2);
  return /^<Application>/u.test(first?.text ?? '') && /^Name=VersaStudio/u.test(second?.text ?? '');
}

export const versaStudioPar: Format = {
  id: 'versastudio-par',
  label: 'VersaStudio PAR',
  vendor: 'Ametek',
  extensions: ['par'],
  techniques: 'impedance, cycling',
  parserVersion: 1,
  recognise,
  parse,
};
