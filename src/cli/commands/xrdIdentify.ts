import { describedProblem } from '#core/export/describedProblem.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { Problem } from '#core/problem.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { diffractionPatternOf } from '#core/xrd/diffractionPatternOf.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import { isPoorFit } from '#core/xrd/identify/poorFit.ts';
import { identifyPattern } from '#core/xrd/identify/identifyPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { alignedRows } from '../alignedRows.ts';
import { amountText } from '../amountText.ts';
import { answer, filesOf, type Answer, type FileDocument } from '../answer.ts';
import { closestWord } from '../closestWord.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { importFiles } from '../importFiles.ts';
import { RADIATION_OPTION, radiationGiven } from '../radiationOption.ts';
import { words } from '../text/english.ts';

export const xrdIdentify: Command = {
  name: 'xrd identify',
  summary: words.xrdIdentify.summary,
  operands: 'FILE…',
  options: {
    phases: { type: 'string', value: 'IDS', description: words.xrdIdentify.phasesOption() },
    elements: { type: 'string', value: 'LIST', description: words.xrdIdentify.elementsOption() },
    radiation: RADIATION_OPTION,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const files = filesOf(invocation, 'xrd identify');
    const sought = { phases: phasesAsked(invocation), radiation: radiationGiven(invocation).radiation };
    const outcomes = await importFiles(
      files.map((path) => ({ path })),
      terminal,
    );
    const answers = outcomes.flatMap((outcome, i) => identified(files[i] ?? '', outcome, sought));
    return answer(answers, invocation, terminal);
  },
};

interface Sought {
  readonly phases: readonly Phase[];
  /** Undefined: as the file says. */
  readonly radiation: Radiation | undefined;
}

function listOf({ options }: Invocation, name: string): readonly string[] | undefined {
  const text = options[name];
  return typeof text === 'string' ? text.split(/[\s,;]+/).filter((part) => part !== '') : undefined;
}

function phasesAsked(invocation: Invocation): readonly Phase[] {
  const library = phaseLibrary();
  const ids = library.map(({ id }) => id);
  const named = listOf(invocation, 'phases')?.map((id) => {
    const phase = library.find((each) => each.id === id);
    if (!phase) throw new UsageError(words.xrdIdentify.unknownPhase(id, closestWord(id, ids)));
    return phase;
  });
  const elements = listOf(invocation, 'elements');
  const phases = named ?? library;
  const allowed = elements ? allowedPhases(phases, elements) : phases;
  if (allowed.length === 0) throw new UsageError(words.xrdIdentify.nothingSought());
  return allowed;
}

function identified(path: string, outcome: ImportOutcome, sought: Sought): Answer<FileDocument>[] {
  if (!outcome.ok) return [failed(path, outcome.file.name, '', outcome.problem)];
  const { datasets, receipt } = outcome;
  const scans = datasets.filter(({ kind }) => kind === 'diffraction');
  const { name } = receipt.file;
  const found = datasets.map(({ label }) => label).join(', ');
  if (scans.length === 0) return [failed(path, name, '', { code: 'no-pattern', found })];
  return scans.map((scan) => {
    const read = diffractionPatternOf(scan);
    if (!read.ok) return failed(path, name, scan.label, read.problem);
    const radiation = sought.radiation ?? read.pattern.radiation ?? radiationOf('CuKa');
    if (!radiation) throw new Error('the default radiation is not known');
    const isAssumed = sought.radiation === undefined && read.pattern.radiation === null;
    const result = identifyPattern({
      pattern: read.pattern,
      phases: sought.phases,
      radiation,
      tables: XRAY_TABLES,
    });
    const warnings = [
      ...result.warnings,
      ...(isAssumed ? [words.xrdIdentify.radiationAssumed()] : []),
      ...(isPoorFit(result) ? [words.xrdIdentify.poorFit()] : []),
      words.xrdIdentify.notCalibrated(),
    ];
    const document = { file: { name, scan: scan.label }, ...documentOf(result), warnings, problem: null };
    const source = { pattern: read.pattern, radiation, phases: phaseLibrary(), tables: XRAY_TABLES };
    const amounts = amountText({ ...source, identification: result });
    return { file: path, document, text: textOf(name, result, warnings) + amounts };
  });
}

function failed(path: string, name: string, scan: string, problem: Problem) {
  const document = { file: { name, scan }, problem: describedProblem(problem) };
  return { file: path, document, text: '' };
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
