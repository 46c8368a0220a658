/** What changed from one scan to another: the difference, lines against the substrate, conversion of the film. */
import { conversion, CONVERSION_LINES, type ConversionOutcome } from '#core/xrd/compare/conversion.ts';
import {
  differencePattern,
  type DifferenceOutcome,
  type DifferenceScale,
} from '#core/xrd/compare/differencePattern.ts';
import { lineWindow, type LineWindow, type WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import { lineRatio, type RatioOutcome } from '#core/xrd/compare/lineRatio.ts';
import { referencePhase, type ReferencePhase } from '#core/xrd/compare/referenceLines.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { DiffractionSettings } from '../diffractionSettings.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import type { ScanView } from '../useScans.ts';

export interface ScanPair {
  readonly before: ScanView;
  readonly after: ScanView;
}

export interface ComparedLine {
  readonly phase: string;
  readonly hkl: string;
  readonly before: RatioOutcome;
  readonly after: RatioOutcome;
}

export interface PatternComparison {
  readonly difference: DifferenceOutcome;
  readonly lines: readonly ComparedLine[];
  /** Null where the library lacks one of the phases. */
  readonly conversion: { readonly before: ConversionOutcome; readonly after: ConversionOutcome } | null;
}

export interface ComparisonRequest {
  readonly pair: ScanPair;
  readonly radiation: Radiation;
  readonly library: PhaseLibrary;
  readonly settings: Pick<DiffractionSettings, 'scaleRule' | 'substrate'>;
  /** Phases whose lines are held against the substrate's. */
  readonly phases: readonly string[];
}

/** About three full widths of a laboratory instrument. */
const HALF_WIDTH_DEG = 0.35;

function crystalOf({ phases }: PhaseLibrary, id: string): CrystalPhase | null {
  const phase = phases.find((each) => each.id === id);
  return phase?.kind === 'crystal' ? phase : null;
}

function referenceOf(
  { library, radiation }: ComparisonRequest,
  id: string,
  hkl?: readonly string[],
): ReferencePhase | null {
  const phase = crystalOf(library, id);
  if (!phase) return null;
  return referencePhase(phase, { radiation, tables: library.tables, ...(hkl && { hkl }) });
}

const byStrength = (phase: ReferencePhase) => [...phase.lines].sort((a, b) => b.strength - a.strength);

function optionsBeside(others: readonly (ReferencePhase | null)[]): WindowOptions {
  const others_deg = others.flatMap((phase) => phase?.allLines_deg ?? []);
  return { halfWidth_deg: HALF_WIDTH_DEG, others_deg };
}

/** The strongest line of the substrate. */
function substrateWindow(request: ComparisonRequest): LineWindow | null {
  const substrate = referenceOf(request, request.settings.substrate);
  const [line] = substrate ? byStrength(substrate) : [];
  return line ? lineWindow(line, { halfWidth_deg: HALF_WIDTH_DEG }) : null;
}

function scaleOf({ pair, settings }: ComparisonRequest, window: LineWindow | null): DifferenceScale {
  const timeOf = ({ dataset }: ScanView) => Number(dataset.metadata['countingTime_s'] ?? NaN);
  if (settings.scaleRule === 'counting-time')
    return { by: 'counting-time', before_s: timeOf(pair.before), after_s: timeOf(pair.after) };
  return settings.scaleRule === 'substrate-line' && window
    ? { by: 'substrate-line', window }
    : { by: 'none' };
}

/** Its strongest line that can be measured in both scans; the strongest, with the reason, where none can. */
function comparedLine(
  { pair }: ComparisonRequest,
  phase: ReferencePhase,
  substrate: LineWindow,
  options: WindowOptions,
): ComparedLine | null {
  const tried = byStrength(phase).map(({ hkl, ...line }) => {
    const window = lineWindow(line, options);
    const ratio = ({ pattern }: ScanView) => lineRatio(pattern, [window], substrate);
    return { phase: phase.id, hkl, before: ratio(pair.before), after: ratio(pair.after) };
  });
  return tried.find(({ before, after }) => before.ok && after.ok) ?? tried[0] ?? null;
}

function comparedLines(request: ComparisonRequest, substrate: LineWindow): readonly ComparedLine[] {
  const ids = request.phases.filter((id) => id !== request.settings.substrate);
  const phases = ids.flatMap((id) => referenceOf(request, id) ?? []);
  const below = referenceOf(request, request.settings.substrate);
  return phases.flatMap((phase) => {
    const others = optionsBeside([below, ...phases.filter(({ id }) => id !== phase.id)]);
    return comparedLine(request, phase, substrate, others) ?? [];
  });
}

function conversions(request: ComparisonRequest): PatternComparison['conversion'] {
  const from = referenceOf(request, 'LiHg3', CONVERSION_LINES.LiHg3);
  const to = referenceOf(request, 'Li3Hg', CONVERSION_LINES.Li3Hg);
  if (!from || !to) return null;
  const others = optionsBeside([referenceOf(request, request.settings.substrate)]);
  const converted = ({ pattern }: ScanView) => conversion(pattern, { from, to }, others);
  return { before: converted(request.pair.before), after: converted(request.pair.after) };
}

export function comparePatterns(request: ComparisonRequest): PatternComparison {
  const { before, after } = request.pair;
  const window = substrateWindow(request);
  const patterns = { before: before.pattern, after: after.pattern };
  return {
    difference: differencePattern(patterns, scaleOf(request, window)),
    lines: window ? comparedLines(request, window) : [],
    conversion: conversions(request),
  };
}
