/** The phases that are sought, with their lines computed once for a radiation. */
import { attenuationOf } from '#core/xrd/absorption.ts';
import { computePattern, type PatternPeak } from '#core/xrd/computePattern.ts';
import type { CellOnlyPhase, CrystalPhase, HaloPhase, LinesPhase, Phase } from '#core/xrd/crystalPhase.ts';
import { operationsOf } from '#core/xrd/hallSymbol.ts';
import { marchDollase, type Indices, type Texture } from '#core/xrd/marchDollase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { cellGeometry } from '#core/xrd/unitCellGeometry.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';

/** The lines of a phase as columns; one entry for each line of the radiation. */
export interface LineTable {
  readonly twoTheta_deg: Float64Array;
  readonly area: Float64Array;
  /** Which reflection a line belongs to; its Kα1 and Kα2 have the same. */
  readonly reflection: Int32Array;
}

export interface CandidateReflection {
  readonly hkl: string;
  /** Of its strongest spectral line. */
  readonly twoTheta_deg: number;
  /** Strongest = 100. */
  readonly intensity: number;
}

export interface CandidatePhase {
  readonly phase: CrystalPhase | LinesPhase;
  /** NaN where it is not known: no weight fraction then. */
  readonly density_g_cm3: number;
  readonly lines: LineTable;
  readonly reflections: readonly CandidateReflection[];
  /** Factor of each line for each of the textures that are tried. */
  readonly textures: readonly Float64Array[];
}

export interface Candidates {
  readonly radiation: Radiation;
  readonly crystals: readonly CandidatePhase[];
  readonly halos: readonly HaloPhase[];
  /** Positions only: compared with the peaks that nothing else explains. */
  readonly cells: readonly { readonly phase: CellOnlyPhase; readonly spacings_A: Float64Array }[];
}

/** Weaker lines, and those of a cell beyond this many, decide nothing. */
const LEAST_INTENSITY = 0.3;
const CELL_LINES = 24;
const TEXTURE_AXES: readonly Indices[] = [
  [0, 0, 1],
  [1, 0, 0],
  [1, 1, 0],
  [1, 1, 1],
];
const MARCH_VALUES = [0.5, 1.7];

export interface CandidateOptions {
  readonly twoThetaMin_deg: number;
  readonly twoThetaMax_deg: number;
  readonly tables: XrayTables;
}

/** Throws for an element that the tables lack. */
export function candidatePhases(
  phases: readonly Phase[],
  radiation: Radiation,
  options: CandidateOptions,
): Candidates {
  const crystals = phases
    .filter((phase) => phase.kind === 'crystal' || phase.kind === 'lines')
    .map((phase) => candidateOf(phase, radiation, options));
  const cells = phases
    .filter((phase) => phase.kind === 'cell-only')
    .map((phase) => ({ phase, spacings_A: spacingsOf(phase, radiation, options) }));
  return { radiation, crystals, halos: phases.filter((phase) => phase.kind === 'halo'), cells };
}

function candidateOf(
  phase: CrystalPhase | LinesPhase,
  radiation: Radiation,
  { tables, ...range }: CandidateOptions,
): CandidatePhase {
  const peaks = computePattern(phase, radiation, tables, { ...range, leastIntensity: LEAST_INTENSITY });
  const names = [...new Set(peaks.map(nameOf))];
  const density_g_cm3 = phase.kind === 'crystal' ? attenuationOf(phase, tables, '').density_g_cm3 : NaN;
  return {
    phase,
    density_g_cm3,
    lines: {
      twoTheta_deg: Float64Array.from(peaks, (peak) => peak.twoTheta_deg),
      area: Float64Array.from(peaks, (peak) => peak.area),
      reflection: Int32Array.from(peaks, (peak) => names.indexOf(nameOf(peak))),
    },
    reflections: names.map((name) => reflectionOf(name, peaks)),
    textures: phase.kind === 'crystal' ? textureFactors(phase, peaks) : [],
  };
}

/** Indices, or the spacing where a list has none. */
function nameOf({ hkl, d_A }: PatternPeak): string {
  return hkl.length > 0 ? hkl.map((indices) => indices.join(' ')).join(' + ') : `${d_A.toFixed(4)} Å`;
}

function reflectionOf(hkl: string, peaks: readonly PatternPeak[]): CandidateReflection {
  const own = peaks.filter((peak) => nameOf(peak) === hkl);
  const strongest = own.reduce((best, peak) => (peak.intensity > best.intensity ? peak : best));
  return { hkl, twoTheta_deg: strongest.twoTheta_deg, intensity: strongest.intensity };
}

/** Axes that symmetry makes equal give equal factors and are left out. */
function textureFactors(phase: CrystalPhase, peaks: readonly PatternPeak[]): Float64Array[] {
  const operations = operationsOf(phase.operations);
  if (!operations) throw new Error(`the symmetry operations of ${phase.id} cannot be read`);
  const geometry = cellGeometry(phase.cell);
  const factorOf = ({ hkl }: PatternPeak, texture: Texture) =>
    hkl.reduce((sum, indices) => sum + marchDollase(indices, texture, { geometry, operations }), 0) /
    hkl.length;
  const all = MARCH_VALUES.flatMap((march) =>
    TEXTURE_AXES.map((axis) => Float64Array.from(peaks, (peak) => factorOf(peak, { axis, march }))),
  );
  return all.filter((factors, at) => all.findIndex((other) => areAlike(factors, other)) === at);
}

function areAlike(one: Float64Array, other: Float64Array): boolean {
  return one.every((value, i) => Math.abs(value - (other[i] ?? NaN)) < 1e-6);
}

function spacingsOf(
  phase: CellOnlyPhase,
  radiation: Radiation,
  { tables, ...range }: CandidateOptions,
): Float64Array {
  const [first] = radiation.lines;
  if (!first) return new Float64Array(0);
  const peaks = computePattern(phase, { ...radiation, lines: [first] }, tables, range);
  return Float64Array.from(peaks.slice(0, CELL_LINES), (peak) => peak.d_A);
}
