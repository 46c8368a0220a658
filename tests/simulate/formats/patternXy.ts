/** Two columns of text below comments, as diffractometers' programs export them. */
import { KA1_A, START_DEG, STEP_DEG, type SimulatedScan } from '../powderScan.ts';
import { encodeLines } from './textBytes.ts';

export function patternXy(scan: SimulatedScan): Iterable<Uint8Array> {
  const comments = scan.comment.split('\n').map((line) => `# ${line}`);
  const tube = `# Anode: Cu, wavelength of Kalpha1 ${KA1_A} Angstrom, Kalpha1 and Kalpha2`;
  const rows = scan.counts.map((counts, i) => `${(START_DEG + STEP_DEG * i).toFixed(2)} ${counts}`);
  const lines = [...comments, `# ${scan.sample}`, tube, '# 2Theta/deg Intensity/counts', ...rows];
  return encodeLines(lines, { encoding: 'utf-8', lineEnd: '\n' });
}
