/** The state of a fit: what is drawn, with which parameters, and what came out. */
import type { CandidatePhase, Candidates, LineTable } from '#core/xrd/identify/candidatePhases.ts';
import { candidateTextures } from '#core/xrd/identify/candidateTextures.ts';
import { combinedColumns, columnSystem, fitColumns } from '#core/xrd/identify/columnFit.ts';
import type { ColumnFit, ColumnSystem } from '#core/xrd/identify/columnFit.ts';
import { addLines, UNSTRAINED, type Instrument, type PhaseState } from '#core/xrd/identify/lineModel.ts';
import type { WorkingGrid } from '#core/xrd/identify/workingGrid.ts';

/** A component of the pattern; several columns may draw one phase with different textures. */
export interface Column {
  readonly kind: 'background' | 'halo' | 'phase' | 'peak';
  /** Index into the candidates of that kind, or into the free peaks. */
  readonly index: number;
  /** Areas of the lines that a phase's column draws. */
  readonly areas?: Float64Array;
  readonly values: Float64Array;
}

export interface PatternModel {
  readonly grid: WorkingGrid;
  readonly candidates: Candidates;
  readonly instrument: Instrument;
  readonly states: readonly PhaseState[];
  /** Lines that no phase explains, one table each. */
  readonly freePeaks: readonly LineTable[];
  /** Background and halos: they do not change. */
  readonly fixed: readonly Column[];
  /** Phases that are drawn at all; the others wait until it is their turn to be tried. */
  readonly active: readonly number[];
  /** Those of them that are drawn with textures too. */
  readonly textured: readonly number[];
}

export interface FittedModel {
  readonly model: PatternModel;
  readonly columns: readonly Column[];
  readonly system: ColumnSystem;
  readonly fit: ColumnFit;
  readonly calculated: Float64Array;
  /** Of the lines alone, without background and halos. */
  readonly lines: Float64Array;
  readonly variance: Float64Array;
}

/** What a model of lines does not know of their intensities, and of their widths and places in widths. */
const INTENSITY_ERROR = 0.03;
const SHAPE_ERROR = 0.03;

export function phaseAreas(candidate: CandidatePhase, withTextures: boolean): Float64Array[] {
  const { lines } = candidate;
  if (!withTextures) return [lines.area];
  const textures = candidateTextures(candidate);
  return [lines.area, ...textures.map((factors) => lines.area.map((area, i) => area * (factors[i] ?? 1)))];
}

/** Draws all columns of the model. */
export function drawColumns(model: PatternModel): Column[] {
  const { grid, candidates, instrument, states, freePeaks, fixed, active, textured } = model;
  const draw = (lines: LineTable, areas: Float64Array, state: PhaseState) => {
    const values = new Float64Array(grid.intensity.length);
    addLines(values, lines, areas, { grid, instrument, state });
    return values;
  };
  const phases = active.flatMap((index) => {
    const candidate = candidates.crystals[index];
    if (!candidate) return [];
    return phaseAreas(candidate, textured.includes(index)).map((areas): Column => {
      const values = draw(candidate.lines, areas, states[index] ?? UNSTRAINED);
      return { kind: 'phase', index, areas, values };
    });
  });
  const peaks = freePeaks.map((lines, index): Column => {
    return { kind: 'peak', index, areas: lines.area, values: draw(lines, lines.area, UNSTRAINED) };
  });
  return [...fixed, ...phases, ...peaks];
}

/** Variance of each cell: Poisson's of the model, and what the model does not know of its own lines. */
export function varianceOf(grid: WorkingGrid, calculated: Float64Array, lines: Float64Array): Float64Array {
  const { gain, variance, fwhm_deg, step_deg } = grid;
  return variance.map((measured, i) => {
    if (measured === Infinity) return Infinity;
    const slope = ((lines[i + 1] ?? 0) - (lines[i - 1] ?? 0)) / (2 * step_deg);
    const systematic = (INTENSITY_ERROR * (lines[i] ?? 0)) ** 2 + (SHAPE_ERROR * fwhm_deg * slope) ** 2;
    return Math.max((gain[i] ?? NaN) * (calculated[i] ?? 0), LEAST_SHARE * measured) + systematic;
  });
}

/** A variance does not fall below this share of the measured one. */
const LEAST_SHARE = 0.1;

/** Fits the columns of a model; the variance comes from the model before. */
export function fitModel(model: PatternModel, variance: Float64Array): FittedModel {
  return fitDrawn(model, drawColumns(model), variance);
}

export function fitDrawn(
  model: PatternModel,
  columns: readonly Column[],
  variance: Float64Array,
): FittedModel {
  const { intensity } = model.grid;
  const values = columns.map((column) => column.values);
  const system = columnSystem(values, intensity, variance);
  const fit = fitColumns(system, () => true);
  const calculated = combinedColumns(values, fit.amounts, intensity.length);
  const isLine = ({ kind }: Column) => kind === 'phase' || kind === 'peak';
  const amounts = fit.amounts.map((amount, k) => (columns[k] && isLine(columns[k]) ? amount : 0));
  const lines = combinedColumns(values, amounts, intensity.length);
  return { model, columns, system, fit, calculated, lines, variance };
}

/** Amount of a phase over all its columns. */
export function phaseAmount({ columns, fit }: FittedModel, phase: number): number {
  return columns.reduce(
    (sum, { kind, index }, k) => (kind === 'phase' && index === phase ? sum + (fit.amounts[k] ?? 0) : sum),
    0,
  );
}

/** Areas of the lines of a phase as fitted: all its columns together. */
export function fittedAreas({ columns, fit, model }: FittedModel, phase: number): Float64Array {
  const sum = new Float64Array(model.candidates.crystals[phase]?.lines.area.length ?? 0);
  columns.forEach(({ kind, index, areas }, k) => {
    const amount = fit.amounts[k] ?? 0;
    if (kind !== 'phase' || index !== phase || !areas || amount === 0) return;
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + amount * (areas[i] ?? 0);
  });
  return sum;
}

/** By how much χ² rises when the columns that `isLeftOut` names are taken away and the others fitted again. */
export function lossWithout(
  { columns, system, fit }: FittedModel,
  isLeftOut: (column: Column) => boolean,
): number {
  const isUsed = (k: number) => {
    const column = columns[k];
    return column !== undefined && !isLeftOut(column);
  };
  return Math.max(0, fitColumns(system, isUsed).chiSquare - fit.chiSquare);
}

/**
 * The factor by which residuals exceed what the variance allows, at least 1: standard errors are too small by it
 * wherever the model is not the truth (√ of the reduced χ²).
 */
export function overdispersion({ system, fit, variance }: FittedModel): number {
  const cells = variance.reduce((sum, value) => sum + (value === Infinity ? 0 : 1), 0);
  const used = fit.amounts.reduce((sum, amount) => sum + (amount > 0 ? 1 : 0), 0);
  return system.count === 0 ? 1 : Math.sqrt(Math.max(1, fit.chiSquare / Math.max(1, cells - used)));
}
