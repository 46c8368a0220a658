/** What Rigaku's `.ras` and `.rasx` share: rows of angle, counts and attenuator, and the conditions of a scan. */
import type { Metadata } from '#core/dataset.ts';
import { numberOf, type DiffractionScan } from '#core/import/formats/diffraction/diffractionScan.ts';
import {
  readPointRows,
  type NumberedLine,
  type PointRows,
} from '#core/import/formats/diffraction/pointRows.ts';

/** Texts of the conditions by the names of this program; a file may lack any. */
export type RigakuCondition =
  | 'anode'
  | 'kAlpha1'
  | 'kAlpha2'
  | 'kBeta'
  | 'waveType'
  | 'intensityUnit'
  | 'speed'
  | 'speedUnit'
  | 'step'
  | 'axis'
  | 'mode'
  | 'startTime'
  | 'sample'
  | 'comment'
  | 'temperature';

export type RigakuConditions = Partial<Record<RigakuCondition, string>>;

export interface RigakuProfile {
  readonly scan: Omit<DiffractionScan, 'label'>;
  readonly rows: PointRows;
}

/** Seconds a point, where the file gives a speed that says so. */
function countingTime_s({ speed, speedUnit, step }: RigakuConditions): number | null {
  const value = numberOf(speed);
  const width = numberOf(step);
  if (value === null || value <= 0) return null;
  if (/^deg\/min/iu.test(speedUnit ?? '')) return width === null ? null : (width / value) * 60;
  return /^sec/iu.test(speedUnit ?? '') ? value : null;
}

function unitOf({ intensityUnit }: RigakuConditions): DiffractionScan['intensityUnit'] {
  if (intensityUnit === undefined) return null;
  return /^c(?:ounts?)?(?:ps|\/s)/iu.test(intensityUnit) ? 'counts/s' : 'counts';
}

function metadataOf(conditions: RigakuConditions): Metadata {
  return {
    scanAxis: conditions.axis ?? null,
    scanMode: conditions.mode ?? null,
    startTime: conditions.startTime ?? null,
    sample: conditions.sample?.trim() || null,
    comment: conditions.comment?.trim() || null,
    ...(conditions.temperature === undefined ? {} : { temperature: conditions.temperature }),
  };
}

/** Intensity = counts × attenuator; a file without the third column has no attenuator. */
export function rigakuProfile(lines: readonly NumberedLine[], conditions: RigakuConditions): RigakuProfile {
  const rows = readPointRows(lines);
  const [angles, counts, attenuation] = rows.columns;
  return {
    rows,
    scan: {
      twoTheta_deg: angles ?? new Float64Array(),
      counts: counts ?? new Float64Array(),
      attenuation,
      radiation: {
        anode: conditions.anode ?? null,
        kAlpha1_A: numberOf(conditions.kAlpha1),
        kAlpha2_A: numberOf(conditions.kAlpha2),
        kBeta_A: numberOf(conditions.kBeta),
        ratioKAlpha2: /^ka1$/iu.test(conditions.waveType ?? '') ? 0 : null,
      },
      intensityUnit: unitOf(conditions),
      countingTime_s: countingTime_s(conditions),
      metadata: metadataOf(conditions),
      sources: [conditions.axis ?? '2θ', conditions.intensityUnit ?? 'intensity'],
    },
  };
}
