/**
 * The scans of the sample study: after Figs. 1l and 3l of the paper, LLTO with its electrode before cycling (Li, or
 * the film of LiHg3) and, of the amalgam cells, after it (Li3Hg). The shares by weight are assumed.
 */
import { panalyticalXrdml } from './formats/panalyticalXrdml.ts';
import { patternXy } from './formats/patternXy.ts';
import { rigakuRas } from './formats/rigakuRas.ts';
import { joinBytes } from './formats/textBytes.ts';
import { scanCounts, type SimulatedScan } from './powderScan.ts';
import { createRandom } from './random.ts';

export interface SampleScan {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly state: object;
}

export interface ScannedCell {
  readonly name: string;
  readonly number: number;
  readonly coating: 'bare' | 'amalgam';
  readonly cycles: number;
  readonly startedAt_ms: number;
  readonly seed: number;
}

type ScanWriter = (scan: SimulatedScan) => Iterable<Uint8Array>;

const WRITERS: readonly { readonly extension: string; readonly write: ScanWriter }[] = [
  { extension: 'xy', write: patternXy },
  { extension: 'ras', write: rigakuRas },
  { extension: 'xrdml', write: panalyticalXrdml },
];

const BARE: Mixture = [
  ['LLTO-tet', 55],
  ['Li', 45],
];
const FILM: Mixture = [
  ['LLTO-tet', 65],
  ['LiHg3', 35],
];
const CYCLED_FILM: Mixture = [
  ['LLTO-tet', 65],
  ['Li3Hg', 35],
];

type Mixture = readonly (readonly [string, number])[];

const HALF_CYCLES_AND_REST_S = 2 * 3600 + 180;
const DAY_S = 86_400;

/** One scan of a bare cell; of an amalgam cell one before and one after cycling. */
export function sampleScans(cell: ScannedCell, source: string): readonly SampleScan[] {
  const pristine = { suffix: 'XRD_pristine', at_s: -DAY_S, state: { kind: 'pristine' } };
  const cycled = {
    suffix: 'XRD_cycled',
    at_s: cell.cycles * HALF_CYCLES_AND_REST_S + DAY_S,
    state: { kind: 'after-cycle', cycle: cell.cycles },
  };
  const scans =
    cell.coating === 'bare'
      ? [{ ...pristine, content: BARE }]
      : [
          { ...pristine, content: FILM },
          { ...cycled, content: CYCLED_FILM },
        ];
  return scans.map(({ suffix, at_s, state, content }, index) => {
    const writer = WRITERS[(cell.number - 1 + index) % WRITERS.length];
    if (!writer) throw new Error('no writer for scans');
    const sample = `${cell.name}_${suffix}`;
    const scan: SimulatedScan = {
      comment: `SIMULATED, not measured: ${sample}\nCu Kalpha, Bragg-Brentano\nafter ${source}`,
      sample,
      startedAt_ms: cell.startedAt_ms + 1000 * at_s,
      countingTime_s: 1,
      counts: scanCounts(content, createRandom(cell.seed + 2000 + index)),
    };
    const path = `simulated-diffraction/${sample}.${writer.extension}`;
    return { path, bytes: joinBytes(writer.write(scan)), state };
  });
}
