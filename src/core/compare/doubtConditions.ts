/** When each doubt is raised: the cells whose data meet its condition. The numbers are this program's own proposal. */
import { hasSolidElectrolyte, isAmalgam } from '#core/compare/cellEvidence.ts';
import type { CrossCheckId } from '#core/compare/checks/crossCheck.ts';
import type { DoubtFacts } from '#core/compare/doubt.ts';
import type { DoubtId } from '#core/compare/doubtNote.ts';

type Entry = DoubtFacts['cells'][number];

/** mV; far below the 943 mV that liquid amalgam and lithium are apart. */
const SMALL_FOR_TWO_PHASES_mV = 300;
/** mV; separators of glass fibre in liquid alone take a few. */
const SMALL_FOR_LIQUID_mV = 15;
/** A dense film swells at most so many times between LiHg3 and Li3Hg. */
const LARGEST_SWELLING = 2.604;
const POOR_EFFICIENCY = 0.99;
const FEW_CELLS = 3;

const where =
  (holds: (entry: Entry) => boolean) =>
  ({ cells }: DoubtFacts): readonly string[] =>
    cells.filter(holds).map(({ evidence }) => evidence.cell.name);

const disagreeing =
  (...wanted: readonly CrossCheckId[]) =>
  ({ checks }: DoubtFacts): readonly string[] => [
    ...new Set(
      checks
        .filter(({ check, verdict }) => wanted.includes(check) && verdict === 'disagrees')
        .map(({ cell }) => cell),
    ),
  ];

const isLithiumAmalgam = ({ evidence: { cell } }: Entry) => cell.metal === 'Li' && isAmalgam(cell);
const isSymmetric = ({ evidence: { cell } }: Entry) => cell.kind === 'symmetric';
const polarisesLess = ({ metrics }: Entry, limit_mV: number) => {
  const polarisation_mV = metrics.values.polarisation_end;
  return polarisation_mV !== null && polarisation_mV < limit_mV;
};
const hasPhases = ({ evidence: { phases = [] } }: Entry, ...ids: readonly string[]) =>
  ids.every((id) => phases.some((phase) => phase === id || phase.startsWith(`${id}-`)));
const holdsFull = ({ evidence: { cell } }: Entry) => cell.kind === 'full';
const fellBelowFloor = disagreeing('ohmic-floor');

export const DOUBT_CONDITIONS: Readonly<Record<DoubtId, (facts: DoubtFacts) => readonly string[]>> = {
  D1: (facts) => {
    const below = new Set(fellBelowFloor(facts));
    return where((entry) => {
      const { evidence, metrics } = entry;
      return below.has(evidence.cell.name) || (hasSolidElectrolyte(evidence.cell) && metrics.isSuspect);
    })(facts);
  },
  D2: (facts) => [
    ...new Set([
      ...disagreeing('phase-voltage')(facts),
      ...where(
        (entry) =>
          isLithiumAmalgam(entry) && isSymmetric(entry) && polarisesLess(entry, SMALL_FOR_TWO_PHASES_mV),
      )(facts),
    ]),
  ],
  D3: where((entry) => isLithiumAmalgam(entry) && isSymmetric(entry)),
  D4: where((entry) => hasPhases(entry, 'Li3Hg')),
  D5: where((entry) => hasPhases(entry, 'LiHg3', 'Li') || hasPhases(entry, 'LiHg3', 'LLTO')),
  D6: (facts) => [...new Set([...disagreeing('layer-thickness')(facts), ...differentFilms(facts)])],
  D7: where(({ evidence }) => evidence.hasXps === true && isAmalgam(evidence.cell)),
  D8: where(({ evidence }) => evidence.hasXps === true),
  D9: where((entry) => hasPhases(entry, 'LLTO')),
  D10: where(
    ({ evidence: { cell } }) => isAmalgam(cell) && /mol\s*-?%/iu.test(`${cell.coating} ${cell.notes}`),
  ),
  D11: where(({ evidence: { cell } }) => isAmalgam(cell) && /LLTO/iu.test(cell.electrolyte)),
  D12: (facts) => {
    const fallen = facts.checks
      .filter(({ check, numbers }) => check === 'intercept-change' && (numbers['ratio'] ?? 1) < 0.8)
      .map(({ cell }) => cell);
    return where(
      ({ evidence: { cell }, metrics }) =>
        hasSolidElectrolyte(cell) && isAmalgam(cell) && (fallen.includes(cell.name) || metrics.isSuspect),
    )(facts);
  },
  D13: dearerAmalgam,
  D14: (facts) => {
    const alike = ({ evidence: { cell } }: Entry) =>
      facts.cells.filter(({ evidence: { cell: other } }) => isOfOneKind(cell, other)).length;
    return where((entry) => {
      const { cell } = entry.evidence;
      return (
        alike(entry) < FEW_CELLS ||
        cell.area_cm2 === null ||
        cell.temperature_K === null ||
        lacksElectrolyte(cell)
      );
    })(facts);
  },
  D15: where((entry) => holdsFull(entry) && entry.evidence.runs.length > 0),
  D16: (facts) => [
    ...new Set([
      ...disagreeing('efficiency-retention')(facts),
      ...where(
        (entry) => holdsFull(entry) && (entry.metrics.values.coulombic_efficiency ?? 1) < POOR_EFFICIENCY,
      )(facts),
    ]),
  ],
  D17: where((entry) => {
    const { metal } = entry.evidence.cell;
    const isLiquid = !hasSolidElectrolyte(entry.evidence.cell);
    return (metal === 'Zn' || metal === 'Na') && isLiquid && polarisesLess(entry, SMALL_FOR_LIQUID_mV);
  }),
  D18: where(({ evidence: { cell } }) => cell.metal === 'Al' && isAmalgam(cell)),
  D19: where(({ evidence: { cell } }) => cell.metal === 'Al'),
  D20: where(
    ({ evidence: { cell }, metrics: { failure } }) =>
      !isAmalgam(cell) && (failure?.mode === 'contact-loss' || failure?.mode === 'cut-off'),
  ),
  D21: where(({ evidence: { cell } }) => isAmalgam(cell)),
  D22: where(
    ({ evidence: { cell } }) =>
      isAmalgam(cell) && (cell.arealHg_mgPerCm2 !== null || cell.layerThickness_um !== null),
  ),
};

/** Cells that count as replicates of each other. */
function isOfOneKind(a: Entry['evidence']['cell'], b: Entry['evidence']['cell']): boolean {
  return a.groupId === b.groupId && a.metal === b.metal && a.kind === b.kind;
}

function lacksElectrolyte(cell: Entry['evidence']['cell']): boolean {
  return (
    hasSolidElectrolyte(cell) &&
    (cell.electrolyteThickness_um === null || cell.electrolyteConductivity_SPerCm === null)
  );
}

/** Films of lithium amalgam in one study that differ by more than swelling can do are different films. */
function differentFilms({ cells }: DoubtFacts): readonly string[] {
  const films = cells.filter(
    (entry) => isLithiumAmalgam(entry) && entry.evidence.cell.layerThickness_um !== null,
  );
  const thicknesses = films.map(({ evidence: { cell } }) => cell.layerThickness_um ?? NaN);
  if (!(Math.max(...thicknesses) > LARGEST_SWELLING * Math.min(...thicknesses))) return [];
  return films.map(({ evidence: { cell } }) => cell.name);
}

/** Pristine amalgam cells with more resistance than every bare cell of the same electrolyte. */
function dearerAmalgam({ cells }: DoubtFacts): readonly string[] {
  return cells.flatMap(({ evidence: { cell }, metrics }) => {
    const own = metrics.values.interface_pristine;
    const bare = cells.flatMap(({ evidence, metrics: { values } }) =>
      !isAmalgam(evidence.cell) && evidence.cell.electrolyte === cell.electrolyte
        ? (values.interface_pristine ?? [])
        : [],
    );
    return isAmalgam(cell) && own !== null && bare.length > 0 && own > Math.max(...bare) ? [cell.name] : [];
  });
}
