import { basename } from 'node:path';
import { describedProblem } from '#core/export/describedProblem.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { Problem } from '#core/problem.ts';
import { diffractionPatternOf } from '#core/xrd/diffractionPatternOf.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { isPoorFit } from '#core/xrd/identify/poorFit.ts';
import { identifyPattern } from '#core/xrd/identify/identifyPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { alignedRows } from '../alignedRows.ts';
import { amountText } from '../amountText.ts';
import { answer, filesOf, type Answer, type FileDocument } from '../answer.ts';
import type { Command } from '../command.ts';
import { importFiles } from '../importFiles.ts';
import { listFiles, type ListedFile } from '../listFiles.ts';
import { RADIATION_OPTION, radiationGiven } from '../radiationOption.ts';
import { soughtPhases, type PhaseChoice } from '../soughtPhases.ts';
import { words } from '../text/english.ts';

export const xrdIdentify: Command = {
  name: 'xrd identify',
  summary: words.xrdIdentify.summary,
  operands: 'FILE…|STUDY',
  options: {
    phases: { type: 'string', value: 'IDS', description: words.xrdIdentify.phasesOption() },
    elements: { type: 'string', value: 'LIST', description: words.xrdIdentify.elementsOption() },
    radiation: RADIATION_OPTION,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const operands = filesOf(invocation, 'xrd identify');
    const listed = (await Promise.all(operands.map(listFiles))).flat();
    const { radiation } = radiationGiven(invocation);
    // Before anything is read: a mistake of use shows at once.
    const sought = listed.map(({ place }) => ({
      ...soughtPhases(invocation, place?.own.phases),
      radiation,
    }));
    const outcomes = await importFiles(
      listed.map(({ request }) => request),
      terminal,
    );
    const answers = listed.flatMap((file, i) => {
      const [outcome, wanted] = [outcomes[i], sought[i]];
      return outcome && wanted ? answersOf(file, outcome, wanted) : [];
    });
    const batch = listed.some(({ place }) => place !== null);
    const asList = { ...invocation, options: { ...invocation.options, batch } };
    return answer(answers, asList, terminal);
  },
};

interface Sought extends PhaseChoice {
  /** Undefined: as the file says. */
  readonly radiation: Radiation | undefined;
}

/** A study's runs and spectra have no pattern, which is no problem. */
function answersOf(listed: ListedFile, outcome: ImportOutcome, sought: Sought): Answer<FileDocument>[] {
  const { file, place, problem } = listed;
  if (problem) return [failed(file, { name: basename(file), scan: '' }, problem)];
  const found = identified(file, outcome, sought);
  if (!place) return found;
  const names = { cell: place.cell?.name ?? null, group: place.group };
  return found
    .filter(({ document }) => document.problem?.code !== 'no-pattern')
    .map((each) => ({ ...each, document: { ...names, ...each.document } }));
}

function identified(path: string, outcome: ImportOutcome, sought: Sought): Answer<FileDocument>[] {
  if (!outcome.ok) return [failed(path, { name: outcome.file.name, scan: '' }, outcome.problem)];
  const { datasets, receipt } = outcome;
  const scans = datasets.filter(({ kind }) => kind === 'diffraction');
  const { name } = receipt.file;
  const found = datasets.map(({ label }) => label).join(', ');
  if (scans.length === 0) return [failed(path, { name, scan: '' }, { code: 'no-pattern', found })];
  return scans.map((scan) => {
    const file = { name, scan: scan.label };
    const read = diffractionPatternOf(scan);
    return read.ok
      ? { file: path, ...describedScan(read.pattern, sought, file) }
      : failed(path, file, read.problem);
  });
}

interface ScanName {
  readonly name: string;
  readonly scan: string;
}

function describedScan(
  pattern: DiffractionPattern,
  { sought, known, own, ...given }: Sought,
  file: ScanName,
) {
  const radiation = given.radiation ?? pattern.radiation ?? radiationOf('CuKa');
  if (!radiation) throw new Error('the default radiation is not known');
  const isAssumed = given.radiation === undefined && pattern.radiation === null;
  const result = identifyPattern({ pattern, phases: sought, radiation, tables: XRAY_TABLES });
  const warnings = [
    ...result.warnings,
    ...(isAssumed ? [words.xrdIdentify.radiationAssumed()] : []),
    ...(isPoorFit(result) ? [words.xrdIdentify.poorFit()] : []),
    ...(own.length > 0 ? [words.xrdIdentify.ownPhases(own)] : []),
    words.xrdIdentify.notCalibrated(),
  ];
  const document = { file, ...documentOf(result), ownPhases: own, warnings, problem: null };
  const source = { pattern, radiation, phases: known, tables: XRAY_TABLES };
  const amounts = amountText({ ...source, identification: result });
  return { document, text: textOf(file.name, result, warnings) + amounts };
}

function failed(path: string, file: ScanName, problem: Problem) {
  return { file: path, document: { file, problem: describedProblem(problem) }, text: '' };
}

function documentOf({ background_counts, halo_counts, calculated_counts, ...rest }: Identification) {
  return {
    ...rest,
    curves: {
      background_counts: [...background_counts],
      halo_counts: [...halo_counts],
      calculated_counts: [...calculated_counts],
    },
  };
}

function textOf(
  name: string,
  { phases, unexplainedPeaks, rwp }: Identification,
  warnings: readonly string[],
): string {
  const shown = phases
    .filter(({ verdict }) => verdict !== 'absent')
    .sort((a, b) => b.probability - a.probability);
  const rows = shown.map(({ id, verdict, probability, weightFraction, reason }) => [
    id,
    verdict,
    probability.toFixed(3),
    weightFraction === null ? '' : `${(100 * weightFraction).toFixed(1)} wt%`,
    reason,
  ]);
  return [
    `${words.xrdIdentify.title(name, rwp)}\n`,
    alignedRows(rows, [2, 3]),
    `${words.xrdIdentify.rest(phases.length - shown.length, unexplainedPeaks.length)}\n`,
    ...warnings.map((warning) => `${warning}\n`),
  ].join('');
}
