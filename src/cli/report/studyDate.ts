import type { Study } from '#core/project/study.ts';
import type { MeasuredCell } from './comparisonFigures.ts';

/** Written where neither the study nor a file of it says when it was: 2000-01-01. */
const UNKNOWN_s = 946_684_800;
/** 9999-12-31: later dates have no place in a PDF. */
const LATEST_s = 253_402_214_400;

/** Date of a study's figures, s since 1970: the study's own, or the end of the last measurement. */
export function studyDate_s(study: Study, cells: readonly MeasuredCell[]): number {
  const own_s = Date.parse(study.createdAt) / 1000;
  if (isDate(own_s)) return own_s;
  const ends = cells.flatMap(({ measurement }) =>
    measurement.runs.map(({ start_s, time_s }) => (start_s ?? NaN) + (time_s.at(-1) ?? NaN)),
  );
  const known = ends.filter(isDate);
  return known.length === 0 ? UNKNOWN_s : Math.max(...known);
}

function isDate(time_s: number): boolean {
  return time_s > 0 && time_s < LATEST_s;
}
