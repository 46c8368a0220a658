/** PANalytical `.xrdml` 1.5: one measurement with one scan. */
import { KA1_A, KA2_A, KA2_TO_KA1, START_DEG, STEP_DEG, type SimulatedScan } from '../powderScan.ts';
import { isoClock } from './clockText.ts';
import { encodeLines } from './textBytes.ts';

const NAMESPACE = 'http://www.xrdml.com/XRDMeasurement/1.5';

export function panalyticalXrdml(scan: SimulatedScan): Iterable<Uint8Array> {
  const entries = scan.comment.split('\n').map((line) => `    <entry>${line}</entry>`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xrdMeasurements xmlns="${NAMESPACE}" status="Completed">`,
    ...['  <comment>', ...entries, '  </comment>'],
    `  <sample type="To be analyzed"><id>${scan.sample}</id></sample>`,
    '  <xrdMeasurement measurementType="Scan" status="Completed">',
    '    <usedWavelength intended="K-Alpha">',
    `      <kAlpha1 unit="Angstrom">${KA1_A.toFixed(7)}</kAlpha1>`,
    `      <kAlpha2 unit="Angstrom">${KA2_A.toFixed(7)}</kAlpha2>`,
    `      <ratioKAlpha2KAlpha1>${KA2_TO_KA1.toFixed(4)}</ratioKAlpha2KAlpha1>`,
    '    </usedWavelength>',
    '    <incidentBeamPath>',
    '      <radius unit="mm">150.00</radius>',
    '      <xRayTube><anodeMaterial>Cu</anodeMaterial></xRayTube>',
    '    </incidentBeamPath>',
    ...scanLines(scan),
    '  </xrdMeasurement>',
    '</xrdMeasurements>',
  ];
  return encodeLines(lines, { encoding: 'utf-8', lineEnd: '\r\n' });
}

function scanLines({ startedAt_ms, countingTime_s, counts }: SimulatedScan): readonly string[] {
  const end_deg = START_DEG + STEP_DEG * (counts.length - 1);
  const started = isoClock(startedAt_ms).slice(0, 19).replace(' ', 'T');
  return [
    '    <scan appendNumber="0" mode="Continuous" scanAxis="Gonio" status="Completed">',
    `      <header><startTimeStamp>${started}</startTimeStamp></header>`,
    '      <dataPoints>',
    '        <positions axis="2Theta" unit="deg">',
    `          <startPosition>${START_DEG.toFixed(4)}</startPosition>`,
    `          <endPosition>${end_deg.toFixed(4)}</endPosition>`,
    '        </positions>',
    `        <commonCountingTime unit="seconds">${countingTime_s.toFixed(3)}</commonCountingTime>`,
    `        <intensities unit="counts">${counts.join(' ')}</intensities>`,
    '      </dataPoints>',
    '    </scan>',
  ];
}
