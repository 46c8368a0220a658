/** Loaded scans as figures know them. */
import type { Identification } from '#core/xrd/identification.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { CellPattern } from '#figures/diffractionFigure.ts';
import type { FittedPattern } from '#figures/patternFitFigure.ts';
import { lineShift_deg, USUAL_RADIUS_MM } from '#core/xrd/lineShift.ts';
import { gradedColours } from '../../app/gradedColours.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import type { IdentificationRecord } from './identificationRecord.ts';
import { foundLines } from './shownPhases.ts';
import { scanName, type ScanView } from './useScans.ts';

/** Scans that belong to no cell are told apart by their order. */
export function cellPatterns(
  contents: StudyContents,
  views: readonly ScanView[],
  records: ReadonlyMap<string, IdentificationRecord>,
): readonly CellPattern[] {
  const graded = gradedColours(views.filter(({ cell }) => cell === null));
  return views.map((view) => {
    const pattern = cellPattern(contents, view, records.get(view.dataset.id));
    return { ...pattern, colour: graded.get(view.dataset.id) ?? pattern.colour };
  });
}

/** Cu Kα1, for the axis of a scan whose X-rays are not known: only 2θ is true of it. */
const USUAL_A = 1.5405929;

/** What a scan is drawn against spacings with. */
export function wavelengthOf_A(radiation: Radiation | null): number {
  return radiation?.lines[0]?.wavelength_A ?? USUAL_A;
}

/** One scan without the figure's choice of colours. */
export function cellPattern(
  contents: StudyContents,
  view: ScanView,
  record?: IdentificationRecord,
): CellPattern {
  const { dash, ...identity } = cellIdentity(contents, view);
  return {
    ...identity,
    dash: dash === 'dash' ? 'close' : dash,
    label: scanName(view),
    wavelength_A: wavelengthOf_A(view.radiation),
    twoTheta_deg: view.pattern.twoTheta_deg,
    intensity_counts: view.pattern.intensity_counts,
    found: foundLines(record),
  };
}

function meanShift_deg({ twoTheta_deg }: ScanView['pattern'], identification: Identification): number {
  const middle = ((twoTheta_deg[0] ?? 0) + (twoTheta_deg.at(-1) ?? 0)) / 2;
  const { zeroShift_deg, displacement_mm } = identification;
  return lineShift_deg({ zeroShift_deg, displacement_mm, radius_mm: USUAL_RADIUS_MM }, middle);
}

export function fittedPattern(
  contents: StudyContents,
  view: ScanView,
  record: IdentificationRecord,
): FittedPattern {
  const { identification } = record;
  return {
    ...cellPattern(contents, view, record),
    sigma_counts: view.pattern.sigma_counts,
    calculated_counts: identification.calculated_counts,
    background_counts: identification.background_counts,
    shift_deg: meanShift_deg(view.pattern, identification),
  };
}
