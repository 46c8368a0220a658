/** The state of a fit: what is drawn, with which parameters, and what came out. */
import type { CandidatePhase, Candidates, LineTable } from '#core/xrd/identify/candidatePhases.ts';
import { candidateTextures } from '#core/xrd/identify/candidateTextures.ts';
import { combinedColumns, columnSystem, fitColumns } from '#core/xrd/identify/columnFit.ts';
import type { ColumnFit, ColumnSystem } from '#core/xrd/identify/columnFit.ts';
import { drawVariants, UNSTRAINED, type Instrument, type PhaseState } from '#core/xrd/identify/lineModel.ts';
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
  /** Areas of the lines of each phase: one set for each texture with which it is drawn. */
  readonly variants: readonly (readonly Float64Array[])[];
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

/** Areas of a phase's lines without texture and with each that is tried. */
export function texturedAreas(candidate: CandidatePhase): readonly Float64Array[] {
  const { lines } = candidate;
  const textures = candidateTextures(candidate);
  return [lines.area, ...textures.map((factors) => lines.area.map((area, i) => area * (factors[i] ?? 1)))];
}

/** Draws the columns of the model; those of `before` that have not changed are taken over. */
function drawColumns(model: PatternModel, before: FittedModel | undefined): Column[] {
  const { grid, candidates, instrument, states, variants, freePeaks, fixed, active } = model;
  const kept = before ? unchangedColumns(model, before) : new Map<Float64Array, Column>();
  const draw = (kind: 'phase' | 'peak', index: number, lines: LineTable): Column[] => {
    const wanted = kind === 'phase' ? (variants[index] ?? []) : [lines.area];
    const missing = wanted.filter((areas) => !kept.has(areas));
    const state = kind === 'phase' ? (states[index] ?? UNSTRAINED) : UNSTRAINED;
    const drawn = missing.length === 0 ? [] : drawVariants(lines, missing, { grid, instrument, state });
    const made = (areas: Float64Array): Column => {
      return { kind, index, areas, values: drawn[missing.indexOf(areas)] ?? areas };
    };
    return wanted.map((areas) => kept.get(areas) ?? made(areas));
  };
  const phases = active.flatMap((index) => {
    const lines = candidates.crystals[index]?.lines;
    return lines ? draw('phase', index, lines) : [];
  });
  return [...fixed, ...phases, ...freePeaks.flatMap((lines, index) => draw('peak', index, lines))];
}

/** What another fit drew with the same instrument and strain, by its areas. */
function unchangedColumns(model: PatternModel, before: FittedModel): Map<Float64Array, Column> {
  const isSame = before.model.instrument === model.instrument;
  const unchanged = new Map<Float64Array, Column>();
  for (const column of isSame ? before.columns : []) {
    const { kind, index, areas } = column;
    const hasSameState = kind !== 'phase' || model.states[index] === before.model.states[index];
    if (areas && hasSameState) unchanged.set(areas, column);
  }
  return unchanged;
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

/** Fits the columns of a model; the variance comes from the model before, and so does what has not changed. */
export function fitModel(model: PatternModel, variance: Float64Array, before?: FittedModel): FittedModel {
  const { intensity } = model.grid;
  const columns = drawColumns(model, before);
  const values = columns.map((column) => column.values);
  const system = columnSystem(values, intensity, variance);
  const likely = before && usedColumns(before);
  const isLikely = (k: number) => !likely || (columns[k] !== undefined && likely.has(identityOf(columns[k])));
  const fit = fitColumns(system, () => true, isLikely);
  const isLine = ({ kind }: Column) => kind === 'phase' || kind === 'peak';
  const amountsOf = (areLines: boolean) =>
    fit.amounts.map((amount, k) => (columns[k] && isLine(columns[k]) === areLines ? amount : 0));
  const lines = combinedColumns(values, amountsOf(true), intensity.length);
  const calculated = combinedColumns(values, amountsOf(false), intensity.length);
  for (let i = 0; i < calculated.length; i += 1) calculated[i] = (calculated[i] ?? 0) + (lines[i] ?? 0);
  return { model, columns, system, fit, calculated, lines, variance };
}

/** Columns to which a fit gave something: the next one probably does so too. */
function usedColumns({ columns, fit }: FittedModel): Set<Float64Array> {
  return new Set(columns.filter((_, k) => (fit.amounts[k] ?? 0) > 0).map(identityOf));
}

/** What stays the same when a column is drawn anew. */
const identityOf = ({ areas, values }: Column): Float64Array => areas ?? values;

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
  const { chiSquare } = fitColumns(system, isUsed, (k) => (fit.amounts[k] ?? 0) > 0);
  return Math.max(0, chiSquare - fit.chiSquare);
}

/**
 * The factor by which residuals exceed what the variance allows, at least 1: standard errors are too small by it
 * wherever the model is not the truth (√ of the reduced χ²).
 */
export function overdispersion(fitted: FittedModel): number {
  const known = overdispersions.get(fitted) ?? overdispersionOf(fitted);
  overdispersions.set(fitted, known);
  return known;
}

const overdispersions = new WeakMap<FittedModel, number>();

function overdispersionOf({ system, fit, variance }: FittedModel): number {
  const cells = variance.reduce((sum, value) => sum + (value === Infinity ? 0 : 1), 0);
  const used = fit.amounts.reduce((sum, amount) => sum + (amount > 0 ? 1 : 0), 0);
  return system.count === 0 ? 1 : Math.sqrt(Math.max(1, fit.chiSquare / Math.max(1, cells - used)));
}
