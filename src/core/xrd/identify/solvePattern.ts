/** From a pattern and candidates to the final fit: the order in which things are found. */
import { snipBackground } from '#core/xrd/snipBackground.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import { backgroundColumns, haloColumn } from '#core/xrd/identify/backgroundColumns.ts';
import type { Candidates } from '#core/xrd/identify/candidatePhases.ts';
import { coarseShift_deg } from '#core/xrd/identify/coarseShift.ts';
import { subSystem } from '#core/xrd/identify/columnFit.ts';
import { newFreePeaks } from '#core/xrd/identify/freePeaks.ts';
import { UNSTRAINED, type Instrument } from '#core/xrd/identify/lineModel.ts';
import {
  fitModel,
  lossWithout,
  phaseAmount,
  texturedAreas,
  varianceOf,
  type Column,
  type FittedModel,
  type PatternModel,
} from '#core/xrd/identify/patternModel.ts';
import { refineModel } from '#core/xrd/identify/refineModel.ts';
import { workingGrid } from '#core/xrd/identify/workingGrid.ts';

/** A phase without which χ² rises by more takes part in the refinement. */
const STRONG_LOSS = 60;
const MOST_STRONG = 5;
const BACKGROUND_REACH_DEG = 3;

export interface SolveOptions {
  readonly radius_mm: number;
}

export function solvePattern(
  pattern: DiffractionPattern,
  candidates: Candidates,
  { radius_mm }: SolveOptions,
): FittedModel {
  const start = startModel(pattern, candidates, radius_mm);
  const all = start.active;
  const rough = onlyUsed(settled(fitModel(start, start.grid.variance)));
  const withPeaks = withFreePeaks(rough, 3);
  const refined = refineModel(withPeaks, strongPhases(withPeaks), 4);
  const textured = strongPhases(refined);
  const variants = candidates.crystals.map((candidate, phase) =>
    textured.includes(phase) ? texturedAreas(candidate) : [candidate.lines.area],
  );
  const again = settled(onlyUsed(refit(refined, { active: all, variants, freePeaks: [] })));
  const final = withFreePeaks(refineModel(again, strongPhases(again), 5), 1.2);
  const complete = settled(withFreePeaks(settled(final), 1.2));
  return refit(complete, { active: all });
}

/**
 * Without the phases and textures that the fit gave nothing: most of a library, which need not be drawn at every step.
 * The amounts of the others stay the best.
 */
function onlyUsed(fitted: FittedModel): FittedModel {
  const { model, columns, system, fit } = fitted;
  const active = model.active.filter((phase) => phaseAmount(fitted, phase) > 0);
  const used = new Set(columns.filter((_, k) => (fit.amounts[k] ?? 0) > 0).map(({ areas }) => areas));
  const variants = model.variants.map((all) => {
    return all.length === 1 ? all : all.filter((areas, texture) => texture === 0 || used.has(areas));
  });
  const isKept = ({ kind, index, areas }: Column) =>
    kind !== 'phase' ||
    (areas !== undefined && active.includes(index) && variants[index]?.includes(areas) === true);
  const kept = Int32Array.from([...columns.keys()].filter((k) => columns[k] && isKept(columns[k])));
  return {
    ...fitted,
    model: { ...model, active, variants },
    columns: columns.filter(isKept),
    system: subSystem(system, kept),
    fit: { ...fit, amounts: Float64Array.from(kept, (k) => fit.amounts[k] ?? 0) },
  };
}

function startModel(pattern: DiffractionPattern, candidates: Candidates, radius_mm: number): PatternModel {
  const grid = workingGrid(pattern);
  const half = grid.fwhm_deg / 2;
  const instrument: Instrument = {
    zeroShift_deg: 0,
    displacement_mm: 0,
    radius_mm,
    gauss_deg: 1.4 * half,
    lorentzX_deg: half / 3,
    lorentzY_deg: half / 2,
    asymmetry: 0,
  };
  const background = snipBackground(grid.intensity, BACKGROUND_REACH_DEG / grid.step_deg);
  const shift = coarseShift_deg(grid, background, candidates.crystals, instrument);
  // Zero and displacement differ little over the angles that matter first; each takes its usual share.
  const [zeroShift_deg, displacement_mm] = [0.14 * shift, (-0.86 * shift * radius_mm * Math.PI) / 360 / 0.95];
  return {
    grid,
    candidates,
    instrument: { ...instrument, zeroShift_deg, displacement_mm },
    states: candidates.crystals.map(() => UNSTRAINED),
    freePeaks: [],
    fixed: [
      ...backgroundColumns(grid).map((values, index): Column => ({ kind: 'background', index, values })),
      ...candidates.halos.map((halo, index): Column => {
        return { kind: 'halo', index, values: haloColumn(halo, candidates.radiation, grid) };
      }),
    ],
    active: [...candidates.crystals.keys()],
    variants: candidates.crystals.map(({ lines }) => [lines.area]),
  };
}

function refit(from: FittedModel, change: Partial<PatternModel>): FittedModel {
  return fitModel({ ...from.model, ...change }, from.variance, from);
}

/** With the variance that its own model gives. */
function settled(fitted: FittedModel): FittedModel {
  const { model, calculated, lines } = fitted;
  return fitModel(model, varianceOf(model.grid, calculated, lines), fitted);
}

function withFreePeaks(fitted: FittedModel, apart: number): FittedModel {
  const found = newFreePeaks(fitted, apart);
  return found.length === 0 ? fitted : refit(fitted, { freePeaks: [...fitted.model.freePeaks, ...found] });
}

/** Phases that the fit cannot do without, the strongest first. */
function strongPhases(fitted: FittedModel): number[] {
  return [...fitted.model.candidates.crystals.keys()]
    .filter((phase) => phaseAmount(fitted, phase) > 0)
    .map((phase) => ({ phase, loss: lossWithout(fitted, (c) => c.kind === 'phase' && c.index === phase) }))
    .filter(({ loss }) => loss > STRONG_LOSS)
    .sort((a, b) => b.loss - a.loss)
    .slice(0, MOST_STRONG)
    .map(({ phase }) => phase);
}
