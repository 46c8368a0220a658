/** What changed from one scan to another: the difference, lines against the substrate, conversion of the film. */
import { conversion, CONVERSION_LINES, type ConversionOutcome } from '#core/xrd/compare/conversion.ts';
import {
  differencePattern,
  type DifferenceOutcome,
  type DifferenceScale,
} from '#core/xrd/compare/differencePattern.ts';
import { lineWindow, type LineWindow, type WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import { lineRatio, type RatioOutcome } from '#core/xrd/compare/lineRatio.ts';
import { referencePhase, type ReferenceLine, type ReferencePhase } from '#core/xrd/compare/referenceLines.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { fitLine } from '#core/xrd/size/fitLine.ts';
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
const USUAL_WIDTH_DEG = 0.12;
const RADIUS_MM = 150;

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

/** How the lines of a scan lie and how wide they are. */
type ScanShape = Pick<WindowOptions, 'shape' | 'shift'>;

/**
 * As its strongest substrate line shows: without a shape, what lies in the tails of lines is lost in unequal shares.
 * Nothing where that line cannot be fitted.
 */
function shapeOf(
  { pattern }: ScanView,
  { radiation }: ComparisonRequest,
  line: ReferenceLine | null,
): ScanShape {
  if (!line) return {};
  const search = { radiation, halfWidth_deg: HALF_WIDTH_DEG, fwhm_deg: USUAL_WIDTH_DEG };
  const outcome = fitLine(pattern, line.twoTheta_deg, search);
  if (!outcome.ok) return {};
  const { fwhm_deg, eta, twoTheta_deg } = outcome.line;
  const zeroShift_deg = twoTheta_deg - line.twoTheta_deg;
  return { shape: { fwhm_deg, eta }, shift: { zeroShift_deg, displacement_mm: 0, radius_mm: RADIUS_MM } };
}

interface ScanOptions {
  readonly before: WindowOptions;
  readonly after: WindowOptions;
}

function optionsBeside(request: ComparisonRequest, others: readonly (ReferencePhase | null)[]): ScanOptions {
  const others_deg = others.flatMap((phase) => phase?.allLines_deg ?? []);
  const line = substrateLine(request);
  const of = (scan: ScanView): WindowOptions => ({
    halfWidth_deg: HALF_WIDTH_DEG,
    others_deg,
    ...shapeOf(scan, request, line),
  });
  return { before: of(request.pair.before), after: of(request.pair.after) };
}

/** The strongest of the substrate. */
function substrateLine(request: ComparisonRequest): ReferenceLine | null {
  const substrate = referenceOf(request, request.settings.substrate);
  return substrate ? (byStrength(substrate)[0] ?? null) : null;
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
  substrate: ReferenceLine,
  options: ScanOptions,
): ComparedLine | null {
  const tried = byStrength(phase).map((line) => {
    const ratio = (side: keyof ScanPair) => {
      const alone = { ...options[side], others_deg: [] };
      return lineRatio(pair[side].pattern, [lineWindow(line, options[side])], lineWindow(substrate, alone));
    };
    return { phase: phase.id, hkl: line.hkl, before: ratio('before'), after: ratio('after') };
  });
  return tried.find(({ before, after }) => before.ok && after.ok) ?? tried[0] ?? null;
}

function comparedLines(request: ComparisonRequest, substrate: ReferenceLine): readonly ComparedLine[] {
  const ids = request.phases.filter((id) => id !== request.settings.substrate);
  const phases = ids.flatMap((id) => referenceOf(request, id) ?? []);
  const below = referenceOf(request, request.settings.substrate);
  return phases.flatMap((phase) => {
    const others = [below, ...phases.filter(({ id }) => id !== phase.id)];
    return comparedLine(request, phase, substrate, optionsBeside(request, others)) ?? [];
  });
}

function conversions(request: ComparisonRequest): PatternComparison['conversion'] {
  const from = referenceOf(request, 'LiHg3', CONVERSION_LINES.LiHg3);
  const to = referenceOf(request, 'Li3Hg', CONVERSION_LINES.Li3Hg);
  if (!from || !to) return null;
  const options = optionsBeside(request, [referenceOf(request, request.settings.substrate)]);
  const converted = (side: keyof ScanPair) =>
    conversion(request.pair[side].pattern, { from, to }, options[side]);
  return { before: converted('before'), after: converted('after') };
}

export function comparePatterns(request: ComparisonRequest): PatternComparison {
  const { before, after } = request.pair;
  const substrate = substrateLine(request);
  const window = substrate && lineWindow(substrate, { halfWidth_deg: HALF_WIDTH_DEG });
  const patterns = { before: before.pattern, after: after.pattern };
  return {
    difference: differencePattern(patterns, scaleOf(request, window)),
    lines: substrate ? comparedLines(request, substrate) : [],
    conversion: conversions(request),
  };
}
