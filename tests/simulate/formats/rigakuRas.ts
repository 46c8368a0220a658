/** Rigaku `.ras`: a header of keys and values, then rows of angle, counts and attenuation. */
import { KA1_A, KA2_A, START_DEG, STEP_DEG, type SimulatedScan } from '../powderScan.ts';
import { usClock } from './clockText.ts';
import { encodeLines } from './textBytes.ts';

export function rigakuRas(scan: SimulatedScan): Iterable<Uint8Array> {
  const header = Object.entries({
    FILE_COMMENT: scan.comment.replaceAll('\n', '; '),
    FILE_SAMPLE: scan.sample,
    FILE_TYPE: 'RAS_RAW',
    HW_XG_TARGET_NAME: 'Cu',
    HW_XG_WAVE_LENGTH_ALPHA1: KA1_A.toFixed(6),
    HW_XG_WAVE_LENGTH_ALPHA2: KA2_A.toFixed(6),
    MEAS_COND_XG_WAVE_TYPE: 'Ka',
    MEAS_SCAN_AXIS_X: '2-Theta/Theta',
    MEAS_SCAN_MODE: 'STEP',
    MEAS_SCAN_START_TIME: usClock(scan.startedAt_ms).slice(0, 19),
    MEAS_SCAN_STEP: STEP_DEG.toFixed(4),
    MEAS_SCAN_UNIT_X: 'deg',
    MEAS_SCAN_UNIT_Y: 'counts',
  }).map(([key, value]) => `*${key} "${value}"`);
  const rows = scan.counts.map(
    (counts, i) => `${(START_DEG + STEP_DEG * i).toFixed(4)} ${counts.toFixed(4)} 1.0000`,
  );
  const lines = [
    ...['*RAS_DATA_START', '*RAS_HEADER_START', ...header, '*RAS_HEADER_END', '*RAS_INT_START'],
    ...[...rows, '*RAS_INT_END', '*RAS_DATA_END'],
  ];
  return encodeLines(lines, { encoding: 'windows-1252', lineEnd: '\r\n' });
}
