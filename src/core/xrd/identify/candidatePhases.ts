/** The phases that are sought, with their lines computed once for a radiation and a range. */
import { attenuationOf } from '#core/xrd/absorption.ts';
import { computePattern, lorentzPolarisation, type PatternPeak } from '#core/xrd/computePattern.ts';
import type { CellOnlyPhase, CrystalPhase, HaloPhase, LinesPhase, Phase } from '#core/xrd/crystalPhase.ts';
import type { Indices } from '#core/xrd/marchDollase.ts';
import type { Radiation, SpectralLine } from '#core/xrd/radiation.ts';
import { twoThetaOf_deg } from '#core/xrd/unitCellGeometry.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';
import { phaseMemory } from '#core/xrd/identify/phaseMemory.ts';

/** The lines of a phase as columns; one entry for each line of the radiation. */
export interface LineTable {
  readonly twoTheta_deg: Float64Array;
  readonly area: Float64Array;
  /** Which reflection a line belongs to; its Kα1 and Kα2 have the same. */
  readonly reflection: Int32Array;
}

export interface CandidateReflection {
  readonly hkl: string;
  readonly indices: readonly Indices[];
  readonly d_A: number;
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
  const { twoThetaMin_deg, twoThetaMax_deg } = options;
  const beam = JSON.stringify([radiation.anode, radiation.lines, twoThetaMin_deg, twoThetaMax_deg]);
  const crystals = phases
    .filter((phase) => phase.kind === 'crystal' || phase.kind === 'lines')
    .map((phase) => candidateMemory(phase, beam, () => newCandidate(phase, radiation, options)));
  const cells = phases
    .filter((phase) => phase.kind === 'cell-only')
    .map((phase) => {
      return { phase, spacings_A: spacingMemory(phase, beam, () => spacingsOf(phase, radiation, options)) };
    });
  return { radiation, crystals, halos: phases.filter((phase) => phase.kind === 'halo'), cells };
}

const candidateMemory = phaseMemory<CandidatePhase>();
const spacingMemory = phaseMemory<Float64Array>();

function newCandidate(
  phase: CrystalPhase | LinesPhase,
  radiation: Radiation,
  { tables, ...range }: CandidateOptions,
): CandidatePhase {
  const [first, ...others] = radiation.lines;
  if (!first) throw new Error('a radiation without lines');
  const settings = { ...range, leastIntensity: LEAST_INTENSITY };
  const peaks = computePattern(phase, { ...radiation, lines: [first] }, tables, settings);
  const lines = peaks.flatMap((peak, reflection) => [
    { ...peak, reflection },
    ...others.map((line) => ({ ...asSeenWith(line, peak, first), reflection })),
  ]);
  const inRange = lines.filter(({ twoTheta_deg }) => twoTheta_deg <= range.twoThetaMax_deg);
  const density_g_cm3 = phase.kind === 'crystal' ? attenuationOf(phase, tables, '').density_g_cm3 : NaN;
  return {
    phase,
    density_g_cm3,
    lines: {
      twoTheta_deg: Float64Array.from(inRange, (line) => line.twoTheta_deg),
      area: Float64Array.from(inRange, (line) => line.area),
      reflection: Int32Array.from(inRange, (line) => line.reflection),
    },
    reflections: peaks.map((peak) => ({
      hkl: nameOf(peak),
      indices: peak.hkl,
      d_A: peak.d_A,
      twoTheta_deg: peak.twoTheta_deg,
      intensity: peak.intensity,
    })),
  };
}

/** The same reflection of another spectral line; its structure factor differs too little to be computed again. */
function asSeenWith(
  line: SpectralLine,
  peak: PatternPeak,
  first: SpectralLine,
): Pick<PatternPeak, 'twoTheta_deg' | 'area'> {
  const twoTheta_deg = twoThetaOf_deg(peak.d_A, line.wavelength_A);
  const polarised = lorentzPolarisation(twoTheta_deg, 0) / lorentzPolarisation(peak.twoTheta_deg, 0);
  return { twoTheta_deg, area: (peak.area * polarised * line.weight) / first.weight };
}

/** Indices, or the spacing where a list has none. */
function nameOf({ hkl, d_A }: PatternPeak): string {
  return hkl.length > 0 ? hkl.map((indices) => indices.join(' ')).join(' + ') : `${d_A.toFixed(4)} Å`;
}

/** The longest that lie in the range. */
function spacingsOf(
  phase: CellOnlyPhase,
  radiation: Radiation,
  { tables, ...range }: CandidateOptions,
): Float64Array {
  const [first] = radiation.lines;
  if (!first) return new Float64Array(0);
  const upTo = (twoThetaMax_deg: number) =>
    computePattern(phase, { ...radiation, lines: [first] }, tables, { ...range, twoThetaMax_deg });
  // The lines of a large cell up to the end of the range are thousands, of which few are wanted.
  const middle_deg = (range.twoThetaMin_deg + range.twoThetaMax_deg) / 2;
  const near = upTo(middle_deg);
  const peaks = near.length > CELL_LINES ? near : upTo(range.twoThetaMax_deg);
  return Float64Array.from(peaks.slice(0, CELL_LINES), (peak) => peak.d_A);
}
