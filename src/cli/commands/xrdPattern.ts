import { computePattern, type PatternPeak } from '#core/xrd/computePattern.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { RADIATION_IDS, radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { answer } from '../answer.ts';
import { closestWord } from '../closestWord.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { words } from '../text/english.ts';

const DEFAULT_RADIATION = 'CuKa1';
/** What a diffractometer shows as one peak, and the weakest that it shows. */
const SHOWN = { mergeWithin_deg: 0.03, leastIntensity: 0.01 };

export const xrdPattern: Command = {
  name: 'xrd pattern',
  summary: words.xrdPattern.summary,
  operands: 'PHASE…',
  options: {
    radiation: {
      type: 'string',
      value: 'ID',
      description: words.xrdPattern.radiationOption(DEFAULT_RADIATION),
    },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  run(invocation, terminal) {
    const radiation = radiationAsked(invocation);
    const phases = invocation.files.map(phaseNamed);
    if (phases.length === 0) throw new UsageError(words.xrdPattern.noPhase());
    return answer(
      phases.map((phase) => patternAnswer(phase, radiation)),
      invocation,
      terminal,
    );
  },
};

function radiationAsked({ options }: Invocation): Radiation {
  const { radiation: id = DEFAULT_RADIATION } = options;
  const radiation = radiationOf(String(id));
  if (!radiation) throw new UsageError(words.xrdPattern.unknownRadiation(String(id), RADIATION_IDS));
  return radiation;
}

function phaseNamed(id: string): Phase {
  const library = phaseLibrary();
  const phase = library.find((each) => each.id === id);
  if (phase) return phase;
  const ids = library.map((each) => each.id);
  throw new UsageError(words.xrdPattern.unknownPhase(id, closestWord(id, ids), ids));
}

function patternAnswer(phase: Phase, radiation: Radiation) {
  const { id, formula, confidence, source, kind } = phase;
  const pattern = computePattern(phase, radiation, XRAY_TABLES, SHOWN);
  const peaks = pattern.map((peak) => ({
    hkl: peak.hkl,
    multiplicity: peak.multiplicity,
    line: peak.line,
    d_A: peak.d_A,
    twoTheta_deg: peak.twoTheta_deg,
    // Only the cell is known: intensities are not.
    intensity: Number.isNaN(peak.intensity) ? null : peak.intensity,
  }));
  const document = {
    phase: id,
    formula,
    kind,
    confidence,
    source,
    radiation: radiation.id,
    peaks,
    problem: null,
  };
  return { file: id, document, text: table(phase, pattern) };
}

function table({ id, source }: Phase, peaks: readonly PatternPeak[]): string {
  const rows = peaks.map(({ hkl, line, d_A, twoTheta_deg, intensity }) =>
    [
      hkl.map((indices) => indices.join(' ')).join(' + '),
      line,
      d_A.toFixed(4),
      twoTheta_deg.toFixed(3),
      Number.isNaN(intensity) ? '' : intensity.toFixed(2),
    ].join(','),
  );
  return `# ${id}: ${source}\n${[words.xrdPattern.titles().join(','), ...rows].join('\n')}\n`;
}
