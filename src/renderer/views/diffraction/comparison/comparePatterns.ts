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
import { USUAL_RADIUS_MM } from '#core/xrd/lineShift.ts';
import { fitLine } from '#core/xrd/size/fitLine.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { DiffractionSettings } from '../diffractionSettings.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import type { ScanView } from '../useScans.ts';
import { filmThickness, type FilmThickness } from './filmThickness.ts';

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
  /** Null where no new phase is seen and none was chosen, or one is the substrate. */
  readonly film: FilmThickness | null;
}

export interface ComparisonRequest {
  readonly pair: ScanPair;
  readonly radiation: Radiation;
  readonly library: PhaseLibrary;
  readonly settings: Pick<DiffractionSettings, 'scaleRule' | 'substrate' | 'film'>;
  /** Phases whose lines are held against the substrate's. */
  readonly phases: readonly string[];
}

/** About three full widths of a laboratory instrument. */
const HALF_WIDTH_DEG = 0.35;
const USUAL_WIDTH_DEG = 0.12;

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
function shapeOf({ pattern }: ScanView, radiation: Radiation, line: ReferenceLine | null): ScanShape {
  if (!line) return {};
  const search = { radiation, halfWidth_deg: HALF_WIDTH_DEG, fwhm_deg: USUAL_WIDTH_DEG };
  const outcome = fitLine(pattern, line.twoTheta_deg, search);
  if (!outcome.ok) return {};
  const { fwhm_deg, eta, twoTheta_deg } = outcome.line;
  const zeroShift_deg = twoTheta_deg - line.twoTheta_deg;
  const shift = { zeroShift_deg, displacement_mm: 0, radius_mm: USUAL_RADIUS_MM };
  return { shape: { fwhm_deg, eta }, shift };
}

/** What every comparison of the two scans rests on. */
interface Ground {
  readonly request: ComparisonRequest;
  /** Null where the library lacks it. */
  readonly substrate: ReferencePhase | null;
  /** The strongest of the substrate. */
  readonly line: ReferenceLine | null;
  readonly shapes: { readonly [side in keyof ScanPair]: ScanShape };
}

function groundOf(request: ComparisonRequest): Ground {
  const { pair, radiation, settings } = request;
  const substrate = referenceOf(request, settings.substrate);
  const line = substrate ? (byStrength(substrate)[0] ?? null) : null;
  const shape = (scan: ScanView) => shapeOf(scan, radiation, line);
  return { request, substrate, line, shapes: { before: shape(pair.before), after: shape(pair.after) } };
}

/** Of the lines of one phase in one scan; `others` must not lie beside them. */
function optionsBeside(
  { shapes }: Ground,
  side: keyof ScanPair,
  others: readonly (ReferencePhase | null)[],
): WindowOptions {
  const others_deg = others.flatMap((phase) => phase?.allLines_deg ?? []);
  return { halfWidth_deg: HALF_WIDTH_DEG, others_deg, ...shapes[side] };
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
  ground: Ground,
  phase: ReferencePhase,
  others: readonly (ReferencePhase | null)[],
): ComparedLine | null {
  const { request, line: below } = ground;
  if (!below) return null;
  const tried = byStrength(phase).map((line) => {
    const ratio = (side: keyof ScanPair) => {
      const window = lineWindow(line, optionsBeside(ground, side, others));
      const substrate = lineWindow(below, optionsBeside(ground, side, []));
      return lineRatio(request.pair[side].pattern, [window], substrate);
    };
    return { phase: phase.id, hkl: line.hkl, before: ratio('before'), after: ratio('after') };
  });
  return tried.find(({ before, after }) => before.ok && after.ok) ?? tried[0] ?? null;
}

function comparedLines(ground: Ground): readonly ComparedLine[] {
  const { request, substrate } = ground;
  const ids = request.phases.filter((id) => id !== request.settings.substrate);
  const phases = ids.flatMap((id) => referenceOf(request, id) ?? []);
  return phases.flatMap((phase) => {
    const others = [substrate, ...phases.filter(({ id }) => id !== phase.id)];
    return comparedLine(ground, phase, others) ?? [];
  });
}

function conversions(ground: Ground): PatternComparison['conversion'] {
  const { request, substrate } = ground;
  const from = referenceOf(request, 'LiHg3', CONVERSION_LINES.LiHg3);
  const to = referenceOf(request, 'Li3Hg', CONVERSION_LINES.Li3Hg);
  if (!from || !to) return null;
  const converted = (side: keyof ScanPair) =>
    conversion(request.pair[side].pattern, { from, to }, optionsBeside(ground, side, [substrate]));
  return { before: converted('before'), after: converted('after') };
}

/** Under a film the strongest line of the substrate may not stand alone: widths are those of the bare one. */
function thicknessOfFilm(ground: Ground, lines: readonly ComparedLine[]): FilmThickness | null {
  const { pair, radiation, library, settings } = ground.request;
  const [film, substrate] = [
    crystalOf(library, settings.film ?? strongestNew(lines) ?? ''),
    crystalOf(library, settings.substrate),
  ];
  if (!film || !substrate || film.id === substrate.id) return null;
  const before = { halfWidth_deg: HALF_WIDTH_DEG, ...ground.shapes.before };
  const after = { ...before, ...shiftIn(ground.shapes.after, ground.shapes.before) };
  const { tables } = library;
  const seenBefore = lines.flatMap(({ phase, before: then }) =>
    then.ok && then.ratio.isSeen ? (crystalOf(library, phase) ?? []) : [],
  );
  const phases = { film, substrate, seenBefore };
  return filmThickness({ ...pair, ...phases, radiation, tables, options: { before, after } });
}

/** Of the phases that are seen after, and were not before: the one with the highest line. */
function strongestNew(lines: readonly ComparedLine[]): string | undefined {
  const after = lines.flatMap(({ phase, before, after: now }) =>
    now.ok && now.ratio.isSeen && !(before.ok && before.ratio.isSeen)
      ? [{ phase, ratio: now.ratio.ratio }]
      : [],
  );
  return after.sort((a, b) => b.ratio - a.ratio)[0]?.phase;
}

/** Of a line that was taken for another, the shift is not believed. */
const LARGEST_CHANGE_DEG = 0.15;

function shiftIn({ shift }: ScanShape, { shift: other }: ScanShape): Pick<ScanShape, 'shift'> {
  const change_deg = (shift?.zeroShift_deg ?? NaN) - (other?.zeroShift_deg ?? 0);
  return shift && Math.abs(change_deg) < LARGEST_CHANGE_DEG ? { shift } : {};
}

export function comparePatterns(request: ComparisonRequest): PatternComparison {
  const { before, after } = request.pair;
  const ground = groundOf(request);
  const lines = comparedLines(ground);
  const window = ground.line && lineWindow(ground.line, { halfWidth_deg: HALF_WIDTH_DEG });
  const patterns = { before: before.pattern, after: after.pattern };
  return {
    difference: differencePattern(patterns, scaleOf(request, window)),
    lines,
    conversion: conversions(ground),
    film: thicknessOfFilm(ground, lines),
  };
}
