/** The powder pattern of a phase: positions, intensities, indices. */
import type { CellOnlyPhase, CrystalPhase, LinesPhase, Phase } from '#core/xrd/crystalPhase.ts';
import { operationsOf } from '#core/xrd/hallSymbol.ts';
import type { PowderPeak } from '#core/xrd/powderPattern.ts';
import type { Radiation, SpectralLine } from '#core/xrd/radiation.ts';
import { reflectionsOf } from '#core/xrd/reflections.ts';
import { structureFactors } from '#core/xrd/structureFactor.ts';
import type { SymmetryOperation } from '#core/xrd/symmetryOperations.ts';
import { unitCellAtoms } from '#core/xrd/unitCellAtoms.ts';
import { cellGeometry, twoThetaOf_deg } from '#core/xrd/unitCellGeometry.ts';
import { lineKey, type XrayTables } from '#core/xrd/xrayTables.ts';

export interface PatternOptions {
  readonly twoThetaMin_deg?: number;
  readonly twoThetaMax_deg?: number;
  /** Peaks of one spectral line that follow each other this closely become one; 0: only those of equal spacing. */
  readonly mergeWithin_deg?: number;
  /** Weaker peaks are left out; strongest = 100. */
  readonly leastIntensity?: number;
  /** 2θ of a monochromator crystal, which polarises: 26.6° for graphite and Cu Kα; 0 without one. */
  readonly monochromator_deg?: number;
}

export interface PatternPeak extends PowderPeak {
  /** Which line of the radiation makes it. */
  readonly line: SpectralLine['name'];
  /**
   * m·|F|²·LP/V² in electrons²/Å⁶ times the weight of the line: the scale on which phases are compared. NaN where the
   * structure is not known.
   */
  readonly area: number;
}

const DEFAULTS = {
  twoThetaMin_deg: 5,
  twoThetaMax_deg: 90,
  mergeWithin_deg: 0,
  leastIntensity: 0,
  monochromator_deg: 0,
};
type Settings = Required<PatternOptions>;
type Line = Omit<PatternPeak, 'intensity'>;

/** Spacings closer than this share are equal but for rounding. */
const EQUAL_SPACING = 1e-7;
/** What rounding leaves of an intensity that is exactly nought, as a share of the strongest. */
const NOUGHT = 1e-9;

/**
 * The peaks of a phase in the order of their angles, from 5 to 90° unless told otherwise. A phase of which only the
 * cell is known has intensities NaN; a halo has no peaks. Throws for an element that the tables lack.
 */
export function computePattern(
  phase: Phase,
  radiation: Radiation,
  tables: XrayTables,
  options: PatternOptions = {},
): PatternPeak[] {
  const settings: Settings = { ...DEFAULTS, ...options };
  const lines = radiation.lines.flatMap((line) =>
    merged(linesOf(phase, { radiation, line, tables, settings }), settings.mergeWithin_deg),
  );
  const strongest = lines.reduce((most, { area }) => Math.max(most, Number.isNaN(area) ? 0 : area), 0);
  return lines
    .map((line) => ({ ...line, intensity: (100 * line.area) / strongest }))
    .filter(({ intensity }) => !(intensity < Math.max(settings.leastIntensity, 100 * NOUGHT)))
    .sort((first, second) => first.twoTheta_deg - second.twoTheta_deg);
}

/** One spectral line and what it meets. */
interface Beam {
  readonly radiation: Radiation;
  readonly line: SpectralLine;
  readonly tables: XrayTables;
  readonly settings: Settings;
}

function linesOf(phase: Phase, beam: Beam): Line[] {
  if (phase.kind === 'halo') return [];
  if (phase.kind === 'lines') return listedLines(phase, beam);
  const operations = operationsOf(phase.operations);
  if (!operations) throw new Error(`the symmetry operations of ${phase.id} cannot be read`);
  return withEqualSpacingsJoined(crystalLines(phase, operations, beam));
}

function crystalLines(
  phase: CrystalPhase | CellOnlyPhase,
  operations: readonly SymmetryOperation[],
  { radiation, line, tables, settings }: Beam,
): Line[] {
  const dMin_A = line.wavelength_A / (2 * sine(settings.twoThetaMax_deg / 2));
  const dMax_A = line.wavelength_A / (2 * sine(settings.twoThetaMin_deg / 2));
  const { volume_A3 } = cellGeometry(phase.cell);
  const factors =
    phase.kind === 'crystal' &&
    structureFactors(unitCellAtoms(phase.cell, operations, phase.sites), tables, lineKey(radiation, line));
  return reflectionsOf(phase.cell, operations, { dMin_A, dMax_A }).map((reflection) => {
    const { h, k, l, d_A, multiplicity } = reflection;
    const twoTheta_deg = twoThetaOf_deg(d_A, line.wavelength_A);
    const square = factors ? factors.meanSquare(reflection) : NaN;
    const polarised = lorentzPolarisation(twoTheta_deg, settings.monochromator_deg);
    const area = (line.weight * multiplicity * square * polarised) / (volume_A3 * volume_A3);
    return { hkl: [[h, k, l]], multiplicity, d_A, twoTheta_deg, line: line.name, area };
  });
}

function listedLines({ lines }: LinesPhase, { line, settings }: Beam): Line[] {
  return lines
    .map(({ d_A, intensity }) => ({
      hkl: [],
      multiplicity: 1,
      d_A,
      twoTheta_deg: twoThetaOf_deg(d_A, line.wavelength_A),
      line: line.name,
      area: line.weight * intensity,
    }))
    .filter(
      ({ twoTheta_deg }) =>
        twoTheta_deg >= settings.twoThetaMin_deg && twoTheta_deg <= settings.twoThetaMax_deg,
    )
    .sort((first, second) => first.twoTheta_deg - second.twoTheta_deg);
}

/**
 * (1 + cos²2θM·cos²2θ)/(sin²θ·cos θ) for a powder and a beam that a crystal at 2θM polarised; without one the
 * numerator is 1 + cos²2θ. International Tables C, section 6.2.
 */
export function lorentzPolarisation(twoTheta_deg: number, monochromator_deg: number): number {
  const theta = twoTheta_deg / 2;
  const polarisation = cosine(monochromator_deg) ** 2;
  return (1 + polarisation * cosine(twoTheta_deg) ** 2) / (sine(theta) ** 2 * cosine(theta));
}

function sine(angle_deg: number): number {
  return Math.sin((angle_deg * Math.PI) / 180);
}

function cosine(angle_deg: number): number {
  return Math.cos((angle_deg * Math.PI) / 180);
}

/** Lines ascend; 333 and 511 of a cubic cell become one. */
function withEqualSpacingsJoined(lines: readonly Line[]): Line[] {
  return joined(lines, (last, next) => last.d_A - next.d_A < EQUAL_SPACING * last.d_A);
}

function merged(lines: readonly Line[], within_deg: number): Line[] {
  if (within_deg === 0) return [...lines];
  return joined(lines, (last, next) => next.twoTheta_deg - last.twoTheta_deg < within_deg);
}

/** Joins each line with those before it while `isOne` holds between neighbours. */
function joined(lines: readonly Line[], isOne: (last: Line, next: Line) => boolean): Line[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isOne(last, line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => (group.length === 1 ? group : [sumOf(group)])).flat();
}

/** Position by intensity, or the mean where intensities are not known. */
function sumOf(lines: readonly Line[]): Line {
  const [first] = lines;
  if (!first) throw new Error('no lines to add');
  const area = lines.reduce((sum, line) => sum + line.area, 0);
  const weightOf = (line: Line) => (area > 0 ? line.area / area : 1 / lines.length);
  const mean = (value: (line: Line) => number) =>
    lines.reduce((sum, line) => sum + weightOf(line) * value(line), 0);
  return {
    ...first,
    hkl: lines.flatMap(({ hkl }) => hkl),
    multiplicity: lines.reduce((sum, { multiplicity }) => sum + multiplicity, 0),
    d_A: mean(({ d_A }) => d_A),
    twoTheta_deg: mean(({ twoTheta_deg }) => twoTheta_deg),
    area,
  };
}
